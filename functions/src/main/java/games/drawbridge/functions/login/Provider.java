package games.drawbridge.functions.login;

import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;

/// Somebody whose word we take for who a player is.
interface Provider {

    /// As in a profile's `identities`.
    String name();

    /// Who sent this body.
    ///
    /// @throws Problem 400 when it is of another form, 401 when it proves nothing
    Proof prove(Fields body);
}
