package games.drawbridge.functions.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody has shown to be.
///
/// @param secret with which a guest's device goes on to prove it
/// @param older under which the same person may be known from before
record Proof(
        Identity identity,
        @Nullable GuestSecret secret,
        Optional<Identity> older,
        Optional<String> locale,
        Optional<String> country) {

    static Proof of(Identity identity) {
        return new Proof(identity, null, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Proof from(Optional<String> locale, Optional<String> country) {
        return new Proof(identity, secret, older, locale, country);
    }

    Proof knownAs(Optional<Identity> older) {
        return new Proof(identity, secret, older, locale, country);
    }
}
