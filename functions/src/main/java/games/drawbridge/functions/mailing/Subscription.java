package games.drawbridge.functions.mailing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.functions.email.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a player wants written, and where to.
///
/// @param askedAt when the player asked, in the game
/// @param confirmedAt when whoever reads the address agreed
@JsonInclude(JsonInclude.Include.NON_NULL)
record Subscription(
        EmailAddress address,
        State state,
        List<Topic> topics,
        Instant askedAt,
        @Nullable Instant confirmedAt) {

    enum State {
        /// Not confirmed yet; nothing but the question is sent.
        ASKED,
        ON,
        /// Ended; the address is kept so that a repeated link changes nothing.
        OFF;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Subscription {
        topics = List.copyOf(topics);
    }

    static Subscription asked(EmailAddress address, List<Topic> topics, Instant now) {
        return new Subscription(address, State.ASKED, topics, now, null);
    }

    Subscription about(List<Topic> others) {
        return new Subscription(address, State.ON, others, askedAt, confirmedAt);
    }

    boolean isTo(EmailAddress other) {
        return address.folded().equals(other.folded());
    }

    /// Whether this is what a link is about: its address, and as asked for then.
    boolean isOf(Link link) {
        return address.hash().equals(link.address());
    }

    /// Whether a link that asks for agreement still may be agreed to. One that was agreed to before
    /// may again, which changes nothing; one that was ended since may not.
    boolean mayBeConfirmedBy(Link link, Instant now) {
        return isOf(link)
                && state != State.OFF
                && askedAt.equals(link.askedAt())
                && (state == State.ON || now.isBefore(askedAt.plus(MailingLimits.CONFIRM)));
    }
}
