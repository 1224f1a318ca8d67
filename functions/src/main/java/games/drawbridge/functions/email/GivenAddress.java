package games.drawbridge.functions.email;

import java.time.Instant;
import java.util.Comparator;

/// An e-mail address as its player gave it.
///
/// @param source who told it first: an OpenID provider's name, `checkout` or `mailing`
/// @param verified whether somebody saw that the player gets what is sent there
/// @param at when it was last told
public record GivenAddress(EmailAddress address, String source, boolean verified, Instant at) {

    /// To which of a player's addresses a letter goes: one that is known to work, the newest.
    static final Comparator<GivenAddress> BEST_FIRST =
            Comparator.comparing(GivenAddress::verified).thenComparing(GivenAddress::at).reversed();
}
