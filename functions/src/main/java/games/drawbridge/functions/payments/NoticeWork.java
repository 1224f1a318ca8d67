package games.drawbridge.functions.payments;

import com.amazonaws.services.lambda.runtime.Context;
import games.drawbridge.functions.aws.Aws;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Finds out what a notice was about, and brings its order there.
final class NoticeWork {
    private final NoticeTable notices;
    private final Providers providers;
    private final Booking booking;
    private final InstantSource clock;

    NoticeWork(Aws aws, InstantSource clock) {
        notices = new NoticeTable(aws);
        providers = Providers.of(aws, clock);
        booking = new Booking(aws, clock);
        this.clock = clock;
    }

    /// Doing it twice is harmless. What cannot be done without a person is parked and counted.
    void work(NoticeTable.Kept notice, Context context) {
        try {
            var told = read(notice);
            if (told.isPresent()) {
                booking.bring(told.get());
                notices.done(notice);
            } else park(notice, "unknown-payment", context);
        } catch (PaymentRefused refused) {
            if (!isEarly(notice, refused)) park(notice, refused.code(), context);
        }
    }

    private Optional<Told> read(NoticeTable.Kept notice) {
        return notice.payment()
                .flatMap(payment ->
                        providers.find(notice.provider()).flatMap(each -> each.read(payment)));
    }

    /// Whose purchase it is the player may still tell: the notice may come before the game does.
    private boolean isEarly(NoticeTable.Kept notice, PaymentRefused refused) {
        var came = Instant.ofEpochMilli(notice.due());
        return refused.code().equals(Booking.NOBODY)
                && clock.instant().isBefore(came.plus(PaymentLimits.STRANGER));
    }

    private void park(NoticeTable.Kept notice, String why, Context context) {
        notices.park(notice, why);
        PaymentRefused.count(notice.provider(), why, clock.instant()).log(context);
    }
}
