package games.drawbridge.functions.config;

import games.drawbridge.functions.Cached;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.model.config.Configuration;
import games.drawbridge.model.config.Segment;
import games.drawbridge.model.config.Setting;
import games.drawbridge.model.title.TitleConfig;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The values that hold, at most a second old.
public final class LiveConfig {
    private final InstantSource clock;
    private final ConfigTable table;
    private final Cached<Configuration> kept;

    public LiveConfig(Aws aws, InstantSource clock) {
        this.clock = clock;
        table = new ConfigTable(aws);
        kept = new Cached<>(ConfigLimits.AGE, clock, table::read);
    }

    /// @param least a version that was heard of, so that an older copy does not do
    Configuration atLeast(long least) {
        var known = kept.get();
        return known.version() >= least ? known : table.read();
    }

    Map<String, Object> values(Configuration configuration, Segment.Subject subject) {
        return configuration.values(TitleConfig.SETTINGS, clock.instant(), Optional.of(subject));
    }

    /// Of the server itself, for no player in particular.
    public boolean flag(Setting.Flag setting) {
        return value(setting) instanceof Boolean value ? value : setting.usual();
    }

    /// The same of a whole number.
    public long whole(Setting.Whole setting) {
        return value(setting) instanceof Long value ? value : setting.usual();
    }

    private @Nullable Object value(Setting setting) {
        return kept.get()
                .values(TitleConfig.SETTINGS, clock.instant(), Optional.empty())
                .get(setting.key());
    }
}
