package games.drawbridge.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/// Buckets beside those of template.yaml: private, encrypted, reached by TLS alone, and kept when
/// their stack goes.
final class Buckets {
    private Buckets() {}

    /// Access logs, which end after a while.
    static Bucket logs(Construct scope, String id, Stage stage) {
        return any(scope, id)
                .lifecycleRules(
                        List.of(
                                LifecycleRule.builder()
                                        .id("old-logs")
                                        .expiration(Duration.days(stage.logDays()))
                                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                                        .build()))
                .build();
    }

    /// Access logs of CloudFront, which writes them by an access list.
    static Bucket edgeLogs(Construct scope, String id, Stage stage) {
        return any(scope, id)
                .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                .lifecycleRules(
                        List.of(
                                LifecycleRule.builder()
                                        .id("old-logs")
                                        .expiration(Duration.days(stage.logDays()))
                                        .build()))
                .build();
    }

    /// Pictures, sounds and films of a title: too big for its client.
    static Bucket media(Construct scope, String id, Bucket logs) {
        return any(scope, id)
                .versioned(true)
                .serverAccessLogsBucket(logs)
                .serverAccessLogsPrefix("media/")
                .lifecycleRules(
                        List.of(
                                LifecycleRule.builder()
                                        .id("rarely-asked-for")
                                        .transitions(
                                                List.of(
                                                        Transition.builder()
                                                                .storageClass(
                                                                        StorageClass
                                                                                .INTELLIGENT_TIERING)
                                                                .transitionAfter(Duration.days(0))
                                                                .build()))
                                        .noncurrentVersionExpiration(Duration.days(90))
                                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                                        .build()))
                .build();
    }

    /// What happened, for as long as a year is compared with the one before; what could not be
    /// written as it should, and what was asked, for shorter.
    static Bucket events(Construct scope, String id) {
        return any(scope, id)
                .lifecycleRules(
                        List.of(
                                ending("events/", 400),
                                ending("errors/", 30),
                                ending("answers/", 7)))
                .build();
    }

    private static LifecycleRule ending(String below, int days) {
        return LifecycleRule.builder()
                .id("old-" + below.replace("/", ""))
                .prefix(below)
                .expiration(Duration.days(days))
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build();
    }

    private static Bucket.Builder any(Construct scope, String id) {
        return Bucket.Builder.create(scope, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
