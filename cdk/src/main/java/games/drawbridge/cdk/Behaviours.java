package games.drawbridge.cdk;

import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.amazon.awscdk.services.cloudfront.EdgeLambda;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.LambdaEdgeEventType;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOriginWithEndpointProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.lambda.Version;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/// Which part of the origin is answered by what, and how it is kept.
final class Behaviours {
    /// How long an answer of the API may be kept at most; the API itself says how long.
    private static final Duration LONGEST = Duration.hours(1);

    private final Construct scope;
    private final Stage stage;
    private final String errors;
    private final ResponseHeadersPolicy pages;

    /// @param errors the version of the function that turns errors into problems
    Behaviours(Construct scope, Stage stage, String errors) {
        this.scope = scope;
        this.stage = stage;
        this.errors = errors;
        this.pages = ResponseHeaders.ofPages(scope, stage);
    }

    BehaviorOptions client(IBucket bucket) {
        return files(bucket).functionAssociations(List.of(before("Folders", "folders.js"))).build();
    }

    BehaviorOptions media(IBucket bucket) {
        return files(bucket).build();
    }

    BehaviorOptions discovery(IBucket nobody) {
        return files(nobody)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .functionAssociations(List.of(before("Discovery", "discovery.js")))
                .build();
    }

    private BehaviorOptions.Builder files(IBucket bucket) {
        return BehaviorOptions.builder()
                .origin(S3BucketOrigin.withOriginAccessControl(bucket))
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                .responseHeadersPolicy(pages)
                .compress(true);
    }

    private FunctionAssociation before(String id, String file) {
        var function =
                Function.Builder.create(scope, id)
                        .functionName(stage.stack() + "-" + id.toLowerCase(Locale.ROOT))
                        .runtime(FunctionRuntime.JS_2_0)
                        .code(FunctionCode.fromInline(Script.named(file)))
                        .build();
        return FunctionAssociation.builder()
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .function(function)
                .build();
    }

    /// Only what the API itself says may be kept is kept, and for each session apart.
    BehaviorOptions api() {
        return BehaviorOptions.builder()
                .origin(HttpOrigin.Builder.create(apiHost()).build())
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(asSaid())
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .responseHeadersPolicy(ResponseHeaders.ofCalls(scope, stage))
                .edgeLambdas(
                        List.of(
                                EdgeLambda.builder()
                                        .eventType(LambdaEdgeEventType.ORIGIN_RESPONSE)
                                        .functionVersion(
                                                Version.fromVersionArn(scope, "Errors", errors))
                                        .build()))
                .compress(true)
                .build();
    }

    private String apiHost() {
        var stack = Stack.of(scope);
        return Fn.join(
                "",
                List.of(
                        Half.of(stage).get("ApiId"),
                        ".execute-api.",
                        stack.getRegion(),
                        ".",
                        stack.getUrlSuffix()));
    }

    private CachePolicy asSaid() {
        return CachePolicy.Builder.create(scope, "AsSaid")
                .cachePolicyName(stage.stack() + "-as-said")
                .comment("As long as the API says; not at all when it says nothing")
                .minTtl(Duration.seconds(0))
                .defaultTtl(Duration.seconds(0))
                .maxTtl(LONGEST)
                .headerBehavior(CacheHeaderBehavior.allowList("Authorization"))
                .queryStringBehavior(CacheQueryStringBehavior.all())
                .enableAcceptEncodingGzip(true)
                .enableAcceptEncodingBrotli(true)
                .build();
    }

    BehaviorOptions nodes(ApplicationLoadBalancer balancer) {
        var origin =
                VpcOrigin.withApplicationLoadBalancer(
                        balancer,
                        VpcOriginWithEndpointProps.builder()
                                .vpcOriginName(stage.stack())
                                .protocolPolicy(OriginProtocolPolicy.HTTP_ONLY)
                                .httpPort(80)
                                .build());
        return BehaviorOptions.builder()
                .origin(origin)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER)
                .build();
    }
}
