package games.drawbridge.functions.aws;

import games.drawbridge.functions.RandomText;
import java.time.Duration;
import java.time.Instant;

/// How one at a time holds a row: by its attributes `holder` and `lease`. Who does not give it back
/// loses it when the lease is over. The words of expressions, for the table that has the row.
public final class Lease {
    public static final String TAKE = "SET holder = :me, lease = :lease";
    public static final String GIVE = "REMOVE holder, lease";
    public static final String IS_MINE = "holder = :me";
    public static final String IS_FREE =
            "attribute_not_exists(holder) OR lease < :now OR " + IS_MINE;

    private static final int HOLDER_SYMBOLS = 10;

    private Lease() {}

    /// A name unlike anybody else's.
    public static String holder(RandomText random) {
        return random.symbols(HOLDER_SYMBOLS);
    }

    /// What [#TAKE] and [#IS_FREE] speak of.
    public static Row values(String me, Instant now, Duration length) {
        return Row.empty()
                .with(":me", me)
                .with(":now", now.toEpochMilli())
                .with(":lease", now.plus(length).toEpochMilli());
    }
}
