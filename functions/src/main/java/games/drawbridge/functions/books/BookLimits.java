package games.drawbridge.functions.books;

import java.time.Duration;

/// When months close.
final class BookLimits {
    /// After the end of a month, until it may be closed: whatever was written in its last second
    /// has long arrived in all indexes, and the last day's rates are there.
    static final Duration GRACE = Duration.ofHours(24);

    /// For one file of a statement, which may have a gigabyte.
    static final Duration TRANSFER = Duration.ofMinutes(5);

    /// Months of rates before the one that is closed: how late a notice may come and still be
    /// converted at the rate of its day.
    static final int RATES = 13;

    /// Days after which a provider's day is held against its report: younger movements may not be
    /// in it yet.
    static final int SETTLED = 3;

    /// Days after which a report is not waited for any longer.
    static final int LATEST = 14;

    /// For what others publish to answer in.
    static final Duration ANSWER = Duration.ofSeconds(20);

    /// Bytes of a published file: all rates since 1999 are 7 MB unpacked.
    static final int DOCUMENT = 20_000_000;

    private BookLimits() {}
}
