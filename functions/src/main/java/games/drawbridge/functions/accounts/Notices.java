package games.drawbridge.functions.accounts;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.meta.MetaRefused;
import games.drawbridge.functions.meta.MetaSecrets;
import games.drawbridge.functions.meta.SignedRequest;
import games.drawbridge.functions.meta.UserNotice;
import java.time.InstantSource;

/// What Facebook tells of users, in a form with one signed field.
final class Notices {
    private final MetaSecrets secrets;

    Notices(Aws aws, InstantSource clock) {
        secrets = new MetaSecrets(aws, clock);
    }

    /// @throws Problem 400 when there is no such field, 401 when Facebook did not sign it
    UserNotice read(Request request) {
        String signed =
                request.form("signed_request", AccountLimits.FORM)
                        .orElseThrow(() -> Problem.badInput("signed_request is missing"));
        try {
            return UserNotice.of(SignedRequest.read(signed, secrets.get()));
        } catch (MetaRefused refused) {
            throw Problem.unauthorized("signed_request: " + refused.getMessage());
        }
    }
}
