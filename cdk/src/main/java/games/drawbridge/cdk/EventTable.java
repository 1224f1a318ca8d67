package games.drawbridge.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.glue.CfnTable;
import software.amazon.awscdk.services.glue.CfnTable.ColumnProperty;
import software.amazon.awscdk.services.glue.CfnTable.SerdeInfoProperty;
import software.amazon.awscdk.services.glue.CfnTable.StorageDescriptorProperty;
import software.amazon.awscdk.services.glue.CfnTable.TableInputProperty;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// The table that Firehose writes by and Athena reads by. Its columns are the registry's.
final class EventTable {
    static final String NAME = "events";

    private static final String HIVE = "org.apache.hadoop.hive.ql.io.parquet.";

    final String database;
    final CfnTable table;

    /// @param registry events.json
    EventTable(Construct scope, Stage stage, Bucket bucket, Path registry) {
        database = stage.stack().replace('-', '_');
        CfnDatabase.Builder.create(scope, "Database")
                .catalogId(Aws.ACCOUNT_ID)
                .databaseInput(CfnDatabase.DatabaseInputProperty.builder().name(database).build())
                .build();
        String at = "s3://%s/events/".formatted(bucket.getBucketName());
        table =
                CfnTable.Builder.create(scope, "Table")
                        .catalogId(Aws.ACCOUNT_ID)
                        .databaseName(database)
                        .tableInput(
                                TableInputProperty.builder()
                                        .name(NAME)
                                        .tableType("EXTERNAL_TABLE")
                                        .parameters(partitions(at))
                                        .partitionKeys(List.of(column("day", "string")))
                                        .storageDescriptor(parquet(at, columns(registry)))
                                        .build())
                        .build();
        table.getNode().addDependency(scope.getNode().findChild("Database"));
    }

    /// A day is a folder: Athena works out which there are, so nobody has to tell it of a new one.
    private static Map<String, String> partitions(String at) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("classification", "parquet");
        parameters.put("projection.enabled", "true");
        parameters.put("projection.day.type", "date");
        parameters.put("projection.day.format", "yyyy-MM-dd");
        parameters.put("projection.day.range", "2026-01-01,NOW");
        parameters.put("storage.location.template", at + "day=${day}/");
        return parameters;
    }

    private static StorageDescriptorProperty parquet(String at, List<ColumnProperty> columns) {
        return StorageDescriptorProperty.builder()
                .location(at)
                .columns(columns)
                .inputFormat(HIVE + "MapredParquetInputFormat")
                .outputFormat(HIVE + "MapredParquetOutputFormat")
                .serdeInfo(
                        SerdeInfoProperty.builder()
                                .serializationLibrary(HIVE + "serde.ParquetHiveSerDe")
                                .build())
                .build();
    }

    /// What every event has, then what any has.
    private static List<ColumnProperty> columns(Path registry) {
        var columns = new LinkedHashMap<String, ColumnProperty>();
        var read = read(registry);
        read.get("columns").forEach(each -> add(each, columns));
        read.get("events")
                .forEach(event -> event.get("fields").forEach(field -> add(field, columns)));
        return List.copyOf(columns.values());
    }

    private static JsonNode read(Path registry) {
        try {
            return new ObjectMapper().readTree(registry.toFile());
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static void add(JsonNode field, Map<String, ColumnProperty> columns) {
        String name = field.get("name").asText();
        columns.putIfAbsent(
                name,
                column(
                        name,
                        switch (field.get("type").asText()) {
                            case "text" -> "string";
                            case "whole" -> "bigint";
                            case "truth" -> "boolean";
                            case "time" -> "timestamp";
                            default -> throw new IllegalArgumentException("" + field);
                        }));
    }

    private static ColumnProperty column(String name, String type) {
        return ColumnProperty.builder().name(name).type(type).build();
    }
}
