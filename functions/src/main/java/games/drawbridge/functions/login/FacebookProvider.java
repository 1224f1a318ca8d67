package games.drawbridge.functions.login;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.meta.CanvasVisit;
import games.drawbridge.functions.meta.MetaLimits;
import games.drawbridge.functions.meta.MetaRefused;
import games.drawbridge.functions.meta.MetaSecrets;
import games.drawbridge.functions.meta.SignedRequest;
import java.time.InstantSource;

/// Facebook's canvas, by its `signed_request`.
final class FacebookProvider implements Provider {
    private final MetaSecrets secrets;
    private final InstantSource clock;

    FacebookProvider(Aws aws, InstantSource clock) {
        this.secrets = new MetaSecrets(aws, clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return Identity.FACEBOOK;
    }

    @Override
    public Proof prove(Fields body) {
        String signed = body.text("signedRequest", 1, MetaLimits.TEXT);
        try {
            var visit = CanvasVisit.of(SignedRequest.read(signed, secrets.get()), clock.instant());
            return Proof.of(Identity.facebook(visit.user())).from(visit.locale(), visit.country());
        } catch (MetaRefused refused) {
            throw Problem.unauthorized("signedRequest: " + refused.getMessage());
        }
    }
}
