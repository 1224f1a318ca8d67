package games.drawbridge.functions.login;

import games.drawbridge.functions.email.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody has shown to be.
///
/// @param secret with which a guest's device goes on to prove it
/// @param older under which the same person may be known from before
/// @param email that is theirs, as the provider has seen
record Proof(
        Identity identity,
        @Nullable GuestSecret secret,
        Optional<Identity> older,
        Optional<String> locale,
        Optional<String> country,
        Optional<EmailAddress> email) {

    static Proof of(Identity identity) {
        return new Proof(
                identity,
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Proof from(Optional<String> locale, Optional<String> country) {
        return new Proof(identity, secret, older, locale, country, email);
    }

    Proof knownAs(Optional<Identity> older) {
        return new Proof(identity, secret, older, locale, country, email);
    }

    Proof writtenTo(Optional<EmailAddress> email) {
        return new Proof(identity, secret, older, locale, country, email);
    }
}
