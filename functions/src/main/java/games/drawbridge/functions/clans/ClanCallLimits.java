package games.drawbridge.functions.clans;

import java.time.Duration;

/// Of the calls about clans, each limit with its unit and reason.
final class ClanCallLimits {
    /// Symbols of a clan's id: 80 bits, nobody meets another's.
    static final int ID_SYMBOLS = 16;

    /// How often a member's sign of life is written: a day more or less decides nothing.
    static final Duration SEEN = Duration.ofHours(6);

    /// How long a clan that is no more keeps its row: boards and logs of the season name it.
    static final Duration ENDED = Duration.ofDays(90);

    /// Rows of one transaction that takes members out; DynamoDB takes 100, and each member has two.
    static final int AT_ONCE = 50;

    /// Clans looked at for one page: whoever wants others says more of them.
    static final int LOOKED_AT = 1_000;

    /// Clans read at once.
    static final int READ = 250;

    /// UTF-16 characters of what is searched for: a name.
    static final int SEARCH = 96;

    /// How old a function's own copy of the title's rules for names may be.
    static final Duration RULES_AGE = Duration.ofSeconds(30);

    private ClanCallLimits() {}
}
