package games.drawbridge.functions.config;

import java.time.Duration;

/// Of the live configuration, each limit with its unit and reason.
final class ConfigLimits {
    /// How old a function's own copy may be: what is changed must be everywhere within 2 s. Who
    /// names a newer version is not served from the copy.
    static final Duration AGE = Duration.ofSeconds(1);

    private ConfigLimits() {}
}
