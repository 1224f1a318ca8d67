package games.drawbridge.functions.login;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import java.time.InstantSource;
import java.util.Map;

/// All ways in.
final class Providers {
    private final Map<String, Provider> fixed;
    private final OidcLogins oidc;

    Providers(Aws aws, InstantSource clock) {
        var nonces = new Nonces(aws, clock);
        fixed =
                Map.of(
                        Identity.GUEST, new GuestProvider(),
                        Identity.FACEBOOK, new FacebookProvider(aws, clock),
                        Identity.INSTANT, new InstantProvider(aws, nonces, clock));
        oidc = new OidcLogins(aws, nonces, clock);
    }

    /// The one that a body names: `facebook`, `google` (or `oidc/google`).
    ///
    /// @throws Problem 400 when there is none of that name
    Provider named(Fields body) {
        String name = body.text("provider", 1, LoginLimits.PROVIDER).replaceFirst("^oidc[/:]", "");
        var found = fixed.get(name);
        if (found != null) return found;
        return oidc.find(name).orElseThrow(() -> body.bad("provider", "one that the game knows"));
    }
}
