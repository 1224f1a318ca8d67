package games.drawbridge.cdk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.athena.CfnWorkGroup;
import software.amazon.awscdk.services.athena.CfnWorkGroup.EncryptionConfigurationProperty;
import software.amazon.awscdk.services.athena.CfnWorkGroup.ResultConfigurationProperty;
import software.amazon.awscdk.services.athena.CfnWorkGroup.WorkGroupConfigurationProperty;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.LogStream;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// Where events are kept: Firehose makes Parquet of them, by a table made of their registry, and
/// Athena asks them. The stream's name is a parameter of template.yaml.
final class AnalyticsStack extends Stack {
    /// Bytes that one question may read: 100 GB, half a dollar.
    private static final long DEAREST = 100_000_000_000L;

    private final Bucket bucket;
    private final EventTable table;
    private final LogGroup log;
    private final LogStream lines;

    /// @param registry events.json
    AnalyticsStack(Construct scope, Stage stage, Path registry, StackProps props) {
        super(scope, "Analytics", props);
        bucket = Buckets.events(this, "Events");
        table = new EventTable(this, stage, bucket, registry);
        log =
                LogGroup.Builder.create(this, "Log")
                        .logGroupName("/" + stage.stack() + "/events")
                        .retention(RetentionDays.ONE_MONTH)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        lines =
                LogStream.Builder.create(this, "Lines")
                        .logGroup(log)
                        .logStreamName("delivery")
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        var stream = new EventStream(this, stage, bucket, table, log, lines, role());
        workgroup(stage);
        output("AnalyticsStream", stream.name);
        output("EventsBucketName", bucket.getBucketName());
    }

    /// Of Firehose: it writes below two folders, reads the table that it writes by, and says what
    /// went wrong.
    private Role role() {
        return Role.Builder.create(this, "Delivery")
                .assumedBy(
                        ServicePrincipal.Builder.create("firehose.amazonaws.com")
                                .conditions(
                                        Map.of(
                                                "StringEquals",
                                                Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                                .build())
                .inlinePolicies(
                        Map.of(
                                "deliver",
                                PolicyDocument.Builder.create().statements(statements()).build()))
                .build();
    }

    private List<PolicyStatement> statements() {
        return List.of(
                allowed(
                        List.of(
                                "s3:GetBucketLocation",
                                "s3:ListBucket",
                                "s3:ListBucketMultipartUploads"),
                        List.of(bucket.getBucketArn())),
                allowed(
                        List.of("s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"),
                        List.of(
                                bucket.arnForObjects("events/*"),
                                bucket.arnForObjects("errors/*"))),
                allowed(
                        List.of("glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions"),
                        List.of(
                                glue("catalog"),
                                glue("database/" + table.database),
                                glue("table/" + table.database + "/" + EventTable.NAME))),
                allowed(
                        List.of("logs:PutLogEvents"),
                        List.of(
                                formatArn(
                                        ArnComponents.builder()
                                                .service("logs")
                                                .resource("log-group")
                                                .resourceName(
                                                        log.getLogGroupName()
                                                                + ":log-stream:"
                                                                + lines.getLogStreamName())
                                                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                                                .build()))));
    }

    private static PolicyStatement allowed(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create().actions(actions).resources(resources).build();
    }

    private String glue(String resource) {
        return "arn:%s:glue:%s:%s:%s"
                .formatted(getPartition(), getRegion(), getAccount(), resource);
    }

    private void workgroup(Stage stage) {
        CfnWorkGroup.Builder.create(this, "Questions")
                .name(stage.stack())
                .workGroupConfiguration(
                        WorkGroupConfigurationProperty.builder()
                                .enforceWorkGroupConfiguration(true)
                                .bytesScannedCutoffPerQuery(DEAREST)
                                .publishCloudWatchMetricsEnabled(true)
                                .resultConfiguration(
                                        ResultConfigurationProperty.builder()
                                                .outputLocation(
                                                        "s3://%s/answers/"
                                                                .formatted(bucket.getBucketName()))
                                                .encryptionConfiguration(
                                                        EncryptionConfigurationProperty.builder()
                                                                .encryptionOption("SSE_S3")
                                                                .build())
                                                .build())
                                .build())
                .build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
