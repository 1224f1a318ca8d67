package games.drawbridge.functions.login;

import com.nimbusds.jwt.JWTClaimsSet;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.oidc.IdTokens;
import games.drawbridge.functions.oidc.OidcProvider;
import games.drawbridge.functions.oidc.OidcRefused;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The OpenID providers that the title has configured, by name.
final class OidcLogins {
    private final Map<String, IdTokens> tokens;
    private final Nonces nonces;

    OidcLogins(Aws aws, Nonces nonces, InstantSource clock) {
        this.nonces = nonces;
        tokens =
                OidcProvider.parse(aws.environment().get("OIDC_PROVIDERS")).stream()
                        .map(provider -> new IdTokens(provider, clock))
                        .collect(
                                Collectors.toMap(
                                        each -> each.provider().name(), Function.identity()));
    }

    Optional<Provider> find(String name) {
        return Optional.ofNullable(tokens.get(name)).map(found -> new OfOne(name, found, nonces));
    }

    private record OfOne(String name, IdTokens tokens, Nonces nonces) implements Provider {
        @Override
        public Proof prove(Fields body) {
            String token = body.text("idToken", 1, LoginLimits.ID_TOKEN);
            String nonce = body.text("nonce", 1, LoginLimits.NONCE);
            try {
                var claims = tokens.check(token, nonce);
                nonces.use(nonce, name + " " + claims.getSubject());
                return Proof.of(new Identity(name, claims.getSubject()))
                        .from(locale(claims), Optional.empty())
                        .writtenTo(email(claims));
            } catch (OidcRefused refused) {
                throw Problem.unauthorized("idToken: " + refused.getMessage());
            }
        }

        /// Only one that the provider has verified; Apple says `"true"`.
        private static Optional<EmailAddress> email(JWTClaimsSet claims) {
            boolean verified = "true".equals(String.valueOf(claims.getClaim("email_verified")));
            return verified && claims.getClaim("email") instanceof String text
                    ? EmailAddress.parse(text)
                    : Optional.empty();
        }

        private static Optional<String> locale(JWTClaimsSet claims) {
            return claims.getClaim("locale") instanceof String text
                    ? Optional.of(text)
                    : Optional.empty();
        }
    }
}
