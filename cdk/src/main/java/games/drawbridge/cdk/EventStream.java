package games.drawbridge.cdk;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.BufferingHintsProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.CloudWatchLoggingOptionsProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.DataFormatConversionConfigurationProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.DeliveryStreamEncryptionConfigurationInputProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.DeserializerProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.HiveJsonSerDeProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.InputFormatConfigurationProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.OutputFormatConfigurationProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.ParquetSerDeProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.SchemaConfigurationProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.SerializerProperty;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.LogStream;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// The delivery stream: JSON goes in, a Parquet file comes out each quarter of an hour.
final class EventStream {
    /// Seconds that events wait for others. Fewer would be many small files, which are slow to ask.
    private static final int SECONDS = 900;

    /// Megabytes of one file at most.
    private static final int SIZE = 128;

    private static final String DAY = "day=!{timestamp:yyyy-MM-dd}/";

    final String name;

    EventStream(
            Construct scope,
            Stage stage,
            Bucket bucket,
            EventTable table,
            LogGroup log,
            LogStream lines,
            Role role) {
        name = nameOf(stage);
        var stream =
                CfnDeliveryStream.Builder.create(scope, "Stream")
                        .deliveryStreamName(name)
                        .deliveryStreamType("DirectPut")
                        .deliveryStreamEncryptionConfigurationInput(
                                DeliveryStreamEncryptionConfigurationInputProperty.builder()
                                        .keyType("AWS_OWNED_CMK")
                                        .build())
                        .extendedS3DestinationConfiguration(
                                parquet(bucket, table, log, lines, role, scope))
                        .build();
        stream.getNode().addDependency(table.table);
    }

    private static ExtendedS3DestinationConfigurationProperty parquet(
            Bucket bucket,
            EventTable table,
            LogGroup log,
            LogStream lines,
            Role role,
            Construct scope) {
        return ExtendedS3DestinationConfigurationProperty.builder()
                .bucketArn(bucket.getBucketArn())
                .roleArn(role.getRoleArn())
                .prefix("events/" + DAY)
                .errorOutputPrefix("errors/!{firehose:error-output-type}/" + DAY)
                .bufferingHints(
                        BufferingHintsProperty.builder()
                                .intervalInSeconds(SECONDS)
                                .sizeInMBs(SIZE)
                                .build())
                .compressionFormat("UNCOMPRESSED")
                .cloudWatchLoggingOptions(
                        CloudWatchLoggingOptionsProperty.builder()
                                .enabled(true)
                                .logGroupName(log.getLogGroupName())
                                .logStreamName(lines.getLogStreamName())
                                .build())
                .dataFormatConversionConfiguration(toParquet(table, scope, role))
                .build();
    }

    static String nameOf(Stage stage) {
        return stage.stack() + "-events";
    }

    private static DataFormatConversionConfigurationProperty toParquet(
            EventTable table, Construct scope, Role role) {
        return DataFormatConversionConfigurationProperty.builder()
                .enabled(true)
                .inputFormatConfiguration(
                        InputFormatConfigurationProperty.builder()
                                .deserializer(
                                        DeserializerProperty.builder()
                                                .hiveJsonSerDe(
                                                        HiveJsonSerDeProperty.builder()
                                                                .timestampFormats(List.of("millis"))
                                                                .build())
                                                .build())
                                .build())
                .outputFormatConfiguration(
                        OutputFormatConfigurationProperty.builder()
                                .serializer(
                                        SerializerProperty.builder()
                                                .parquetSerDe(
                                                        ParquetSerDeProperty.builder()
                                                                .compression("SNAPPY")
                                                                .build())
                                                .build())
                                .build())
                .schemaConfiguration(
                        SchemaConfigurationProperty.builder()
                                .databaseName(table.database)
                                .tableName(EventTable.NAME)
                                .region(Stack.of(scope).getRegion())
                                .roleArn(role.getRoleArn())
                                .versionId("LATEST")
                                .build())
                .build();
    }
}
