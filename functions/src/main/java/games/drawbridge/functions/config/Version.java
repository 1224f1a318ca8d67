package games.drawbridge.functions.config;

import games.drawbridge.model.config.Configuration;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;

/// One version of the configuration, and how it came about.
public record Version(Configuration configuration, Instant at, PlayerId by, String why) {}
