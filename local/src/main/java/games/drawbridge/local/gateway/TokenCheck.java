package games.drawbridge.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import games.drawbridge.local.template.HttpApi;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// API Gateway's JWT authorizer.
final class TokenCheck {
    private final HttpApi.Authorizer authorizer;
    private final InstantSource clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /// Whether the caller may go on.
    sealed interface Verdict {

        /// @param context what the function is told of the token
        record Admitted(ObjectNode context) implements Verdict {}

        record Refused(Response response) implements Verdict {}
    }

    TokenCheck(
            HttpApi.Authorizer authorizer, JWKSource<SecurityContext> keys, InstantSource clock) {
        this.authorizer = authorizer;
        this.clock = clock;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        // API Gateway looks at no type: `JWT` and `at+jwt` are the same to it.
        processor.setJWSTypeVerifier((_, _) -> {});
        processor.setJWTClaimsSetVerifier((claims, _) -> check(claims));
    }

    /// @param scopes of which the token must have one, when there are any
    Verdict check(Request request, List<String> scopes) {
        var header = request.headers().first(authorizer.header());
        if (header.isEmpty()) return refused("Bearer");
        try {
            var token = SignedJWT.parse(header.get().replaceFirst("(?i)^bearer +", ""));
            if (token.getHeader().getKeyID() == null) return invalid("kid is missing");
            var claims = processor.process(token, null);
            return scopes.isEmpty() || scopes(claims).stream().anyMatch(scopes::contains)
                    ? new Verdict.Admitted(Claims.context(claims, scopes))
                    : new Verdict.Refused(
                            Answers.forbidden(
                                    challenge(
                                            String.join(" ", scopes),
                                            "insufficient_scope",
                                            "a scope is missing")));
        } catch (ParseException | BadJOSEException | JOSEException bad) {
            return invalid(String.valueOf(bad.getMessage()).replace('"', '\''));
        }
    }

    private void check(JWTClaimsSet claims) throws BadClaim {
        if (!authorizer.issuer().equals(claims.getIssuer())) throw new BadClaim("invalid issuer");
        if (authorizer.audience().stream().noneMatch(audience(claims)::contains))
            throw new BadClaim("invalid audience");
        if (claims.getExpirationTime() == null || !later(claims.getExpirationTime()))
            throw new BadClaim("the token has expired");
        if (later(claims.getNotBeforeTime())) throw new BadClaim("the token is not valid yet");
        if (later(claims.getIssueTime())) throw new BadClaim("the token was issued in the future");
    }

    private boolean later(@Nullable Date time) {
        return time != null && time.toInstant().isAfter(clock.instant());
    }

    /// A token without an audience may name its client instead.
    private static Collection<String> audience(JWTClaimsSet claims) {
        return claims.getAudience().isEmpty()
                ? List.of(Objects.toString(claims.getClaim("client_id"), ""))
                : claims.getAudience();
    }

    private static List<String> scopes(JWTClaimsSet claims) {
        Object scope = claims.getClaim("scope");
        Object given = scope == null ? claims.getClaim("scp") : scope;
        return given instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : Arrays.asList(Objects.toString(given, "").split(" ", -1));
    }

    private static Verdict invalid(String why) {
        return refused(challenge("", "invalid_token", why));
    }

    private static Verdict refused(String challenge) {
        return new Verdict.Refused(Answers.unauthorized(challenge));
    }

    private static String challenge(String scope, String error, String why) {
        return "Bearer scope=\"%s\" error=\"%s\" error_description=\"%s\""
                .formatted(scope, error, why);
    }

    private static final class BadClaim extends com.nimbusds.jwt.proc.BadJWTException {
        private static final long serialVersionUID = 1;

        BadClaim(String why) {
            super(why);
        }
    }
}
