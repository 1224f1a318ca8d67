package games.drawbridge.local.gateway;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import games.drawbridge.local.http.Json;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The public keys of an issuer, found through its discovery document as API Gateway does.
final class IssuerKeys implements JWKSource<SecurityContext> {
    private final String issuer;
    private final DefaultResourceRetriever retriever =
            new DefaultResourceRetriever(
                    GatewayLimits.FETCH_MILLIS, GatewayLimits.FETCH_MILLIS, GatewayLimits.DOCUMENT);
    private volatile @Nullable JWKSource<SecurityContext> source;

    IssuerKeys(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        return source().get(selector, context);
    }

    private JWKSource<SecurityContext> source() throws KeySourceException {
        var known = source;
        if (known == null) source = known = discovered();
        return known;
    }

    private JWKSource<SecurityContext> discovered() throws KeySourceException {
        try {
            var discovery = URI.create(issuer + "/.well-known/openid-configuration").toURL();
            var document = Json.read(retriever.retrieveResource(discovery).getContent());
            var keys = URI.create(document.path("jwks_uri").asText()).toURL();
            return JWKSourceBuilder.create(keys, retriever)
                    .cache(GatewayLimits.KEYS.toMillis(), GatewayLimits.FETCH_MILLIS)
                    .rateLimited(GatewayLimits.UNKNOWN_KEY.toMillis())
                    .retrying(true)
                    .build();
        } catch (IOException | IllegalArgumentException | Json.BadJson failed) {
            throw new KeySourceException("OIDC discovery endpoint communication error", failed);
        }
    }
}
