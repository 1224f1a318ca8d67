package games.drawbridge.functions.mailing;

import games.drawbridge.model.player.PlayerId;
import java.time.Instant;

/// What a link in an e-mail is about. It names no address in the clear, because addresses of pages
/// are logged everywhere.
///
/// @param address its hash
/// @param askedAt when the subscription was asked for
record Link(Purpose purpose, PlayerId player, String address, Instant askedAt) {

    enum Purpose {
        CONFIRM("c"),
        LEAVE("u");

        final String letter;

        Purpose(String letter) {
            this.letter = letter;
        }
    }

    static Link of(Purpose purpose, PlayerId player, Subscription subscription) {
        return new Link(purpose, player, subscription.address().hash(), subscription.askedAt());
    }
}
