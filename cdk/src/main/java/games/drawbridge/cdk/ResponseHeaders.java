package games.drawbridge.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/// What every answer says beside itself; pages the same as in the local world.
final class ResponseHeaders {
    /// How long browsers ask for nothing but https.
    private static final Duration STRICT = Duration.days(365);

    private ResponseHeaders() {}

    static ResponseHeadersPolicy ofPages(Construct scope, Stage stage) {
        return policy(scope, stage, "pages")
                .securityHeadersBehavior(
                        secured()
                                .contentSecurityPolicy(
                                        ResponseHeadersContentSecurityPolicy.builder()
                                                .contentSecurityPolicy(mayLoad(stage))
                                                .override(true)
                                                .build())
                                .build())
                .build();
    }

    /// The API says itself how long an answer may be kept.
    static ResponseHeadersPolicy ofCalls(Construct scope, Stage stage) {
        return policy(scope, stage, "calls")
                .securityHeadersBehavior(secured().build())
                .customHeadersBehavior(
                        ResponseCustomHeadersBehavior.builder()
                                .customHeaders(
                                        List.of(
                                                ResponseCustomHeader.builder()
                                                        .header("cache-control")
                                                        .value("no-store")
                                                        .override(false)
                                                        .build()))
                                .build())
                .build();
    }

    private static ResponseHeadersPolicy.Builder policy(Construct scope, Stage stage, String what) {
        return ResponseHeadersPolicy.Builder.create(scope, "HeadersOf" + what)
                .responseHeadersPolicyName(stage.stack() + "-" + what);
    }

    private static ResponseSecurityHeadersBehavior.Builder secured() {
        return ResponseSecurityHeadersBehavior.builder()
                .contentTypeOptions(
                        ResponseHeadersContentTypeOptions.builder().override(true).build())
                .referrerPolicy(
                        ResponseHeadersReferrerPolicy.builder()
                                .referrerPolicy(
                                        HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)
                                .override(true)
                                .build())
                .strictTransportSecurity(
                        ResponseHeadersStrictTransportSecurity.builder()
                                .accessControlMaxAge(STRICT)
                                .includeSubdomains(false)
                                .override(true)
                                .build());
    }

    /// Pages load from here alone. Safari does not count sockets as `'self'`.
    private static String mayLoad(Stage stage) {
        return "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
                + " connect-src 'self' wss://%s;".formatted(stage.host())
                + " object-src 'none'; base-uri 'self'; frame-ancestors 'self'";
    }
}
