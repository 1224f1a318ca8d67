package games.drawbridge.functions.login;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.meta.InstantAsid;
import games.drawbridge.functions.meta.InstantPlayer;
import games.drawbridge.functions.meta.MetaLimits;
import games.drawbridge.functions.meta.MetaRefused;
import games.drawbridge.functions.meta.MetaSecrets;
import games.drawbridge.functions.meta.Payload;
import games.drawbridge.functions.meta.SignedRequest;
import java.time.InstantSource;

/// Instant Games, by signed player info over a nonce of ours. Who came over from the canvas shows
/// the old id, too.
final class InstantProvider implements Provider {
    private final MetaSecrets secrets;
    private final Nonces nonces;
    private final InstantSource clock;

    InstantProvider(Aws aws, Nonces nonces, InstantSource clock) {
        this.secrets = new MetaSecrets(aws, clock);
        this.nonces = nonces;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Identity.INSTANT;
    }

    @Override
    public Proof prove(Fields body) {
        var now = clock.instant();
        String info = body.text("signedPlayerInfo", 1, MetaLimits.TEXT);
        var asid = body.optionalText("signedAsid", 1, MetaLimits.TEXT);
        try {
            var player = InstantPlayer.of(read(info), now);
            var older =
                    asid.map(text -> InstantAsid.of(read(text), now))
                            .map(known -> Identity.facebook(known.user()));
            nonces.use(player.nonce());
            return Proof.of(new Identity(name(), player.player())).knownAs(older);
        } catch (MetaRefused refused) {
            throw Problem.unauthorized("signedPlayerInfo: " + refused.getMessage());
        }
    }

    private Payload read(String signed) {
        return SignedRequest.read(signed, secrets.get());
    }
}
