package games.drawbridge.functions.rates;

import java.time.Duration;

/// How often something may be tried.
///
/// @param name of what is counted: `device`
/// @param most within one window
public record Rate(String name, long most, Duration window) {}
