package games.drawbridge.functions.payments;

import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.model.payments.Truth;
import games.drawbridge.model.player.PlayerId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a provider told of one payment.
///
/// @param payment its own name of it, as its reports have it
/// @param names all by which it may be asked for, this one included
/// @param order what we called it; absent when the provider does not say
/// @param buyer whose it is, should we know no such order
/// @param email that the payer gave the provider; absent when it does not say
/// @param isTest whether no real money moved
/// @param books what only the books want to know
record Told(
        String provider,
        String payment,
        Set<String> names,
        @Nullable String order,
        Truth truth,
        @Nullable PlayerId buyer,
        @Nullable EmailAddress email,
        boolean isTest,
        Books books) {
    Told {
        names = Set.copyOf(names);
    }
}
