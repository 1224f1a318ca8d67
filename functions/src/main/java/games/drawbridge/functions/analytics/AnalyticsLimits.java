package games.drawbridge.functions.analytics;

import games.drawbridge.functions.rates.Rate;
import java.time.Duration;

/// The limits of events.
final class AnalyticsLimits {
    /// Events of one batch of a client: ten seconds of a busy one, several times over.
    static final int BATCH = 100;

    /// Characters of a text: codes and ids, so that there is no room for what a person wrote.
    static final int TEXT = 100;

    /// Characters of the id that a client gives an event, and its session.
    static final int ID = 64;

    /// Batches of one player: the SDK sends six a minute.
    static final Rate BATCHES = new Rate("analytics", 60, Duration.ofMinutes(1));

    /// How old an event of a client may be: it was without a network since, or its clock is wrong.
    static final Duration OLDEST = Duration.ofDays(7);

    /// Bytes of one record, which holds many events because Firehose bills each as 5 KB at least.
    /// Far below its own limit of 1,000 KB, so that what failed is little to send again.
    static final int RECORD = 256 * 1024;

    /// Records of one call: 4 MB at most, Firehose's own limit.
    static final int RECORDS = 15;

    /// Characters that name an event: 128 bits, as hex.
    static final int NAME = 32;

    private AnalyticsLimits() {}
}
