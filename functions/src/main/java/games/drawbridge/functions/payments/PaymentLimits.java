package games.drawbridge.functions.payments;

import java.time.Duration;

/// What payments may be, each with its unit and reason.
final class PaymentLimits {
    /// Bytes of a notice: the largest of Stripe's are some 50,000, and a row holds 400,000.
    static final int NOTICE = 256 * 1024;

    /// Characters of a signed field in a form, and of what stands beside it.
    static final int FORM = 80 * 1024;

    /// Characters of a sku, as the catalogue has it.
    static final int SKU = 64;

    /// Characters of an affiliate's name.
    static final int AFFILIATE = 64;

    /// Characters of a provider's id of a payment: Stripe's sessions have some 70.
    static final int PAYMENT = 128;

    /// How long a notice has before the sweep helps: the stream comes within a second.
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /// How long a notice waits for the player who has bought: the game shows it when it is opened
    /// next, usually at once.
    static final Duration STRANGER = Duration.ofHours(1);

    /// Notices and orders of one sweep: each is a few questions over HTTP, together some 40 s.
    static final int SWEEP = 50;

    /// How long a worked notice is kept, for support to read: the time in which banks take money
    /// back, and more.
    static final Duration KEPT = Duration.ofDays(180);

    /// Between two questions about an order: as long as it is old, but not less than the first and
    /// not more than the second. A lost notice costs a player that long.
    static final Duration SOONEST = Duration.ofMinutes(1);

    static final Duration LATEST = Duration.ofHours(1);

    /// How long an order that nobody paid is asked about: checkout pages are closed after a day,
    /// slow ways to pay take some more.
    static final Duration UNPAID = Duration.ofDays(3);

    /// How long one that was paid is asked about: banks take money back for up to half a year.
    static final Duration PAID = Duration.ofDays(180);

    private PaymentLimits() {}
}
