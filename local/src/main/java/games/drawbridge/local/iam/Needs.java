package games.drawbridge.local.iam;

import games.drawbridge.local.template.Cloud;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Works out what a call needs, as AWS's service authorization reference says.
final class Needs {
    private final Cloud cloud;

    Needs(Cloud cloud) {
        this.cloud = cloud;
    }

    /// @param service as the AWS SDK names it
    List<Need> of(String service, String operation, Map<String, Object> fields) {
        return switch (service.toLowerCase(Locale.ROOT)) {
            case "dynamodb" -> dynamoDb(operation, fields);
            case "s3" -> s3(operation, fields);
            case "sqs" -> List.of(sqs(operation, fields));
            case "secretsmanager" -> List.of(need("secretsmanager:" + operation, secret(fields)));
            case "sesv2" -> ses(operation, fields);
            default -> List.of(need(service + ":" + operation, "*"));
        };
    }

    private static Need need(String action, String resource) {
        return new Need(action, resource);
    }

    private List<Need> dynamoDb(String operation, Map<String, Object> fields) {
        String action = "dynamodb:" + operation;
        return switch (operation) {
            case "BatchGetItem", "BatchWriteItem" ->
                    map(fields.get("RequestItems")).keySet().stream()
                            .map(table -> need(action, table(table)))
                            .toList();
            case "TransactGetItems", "TransactWriteItems" ->
                    list(fields.get("TransactItems")).stream()
                            .flatMap(item -> item.entrySet().stream())
                            .map(part -> part(part.getKey(), map(part.getValue())))
                            .toList();
            default -> List.of(need(action, resource(fields)));
        };
    }

    /// One part of a transaction; a `Get` needs GetItem, a `ConditionCheck` ConditionCheckItem.
    private Need part(String kind, Map<String, Object> fields) {
        return need("dynamodb:" + kind + "Item", resource(fields));
    }

    private String resource(Map<String, Object> fields) {
        if (!(fields.get("TableName") instanceof String name)) return "*";
        return fields.get("IndexName") instanceof String index
                ? table(name) + "/index/" + index
                : table(name);
    }

    private String table(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn : cloud.table(nameOrArn);
    }

    private static List<Need> s3(String operation, Map<String, Object> fields) {
        String bucket = Cloud.bucket(text(fields, "Bucket"));
        String key = bucket + "/" + text(fields, "Key");
        return switch (operation) {
            case "GetObject", "HeadObject" -> List.of(need("s3:GetObject", key));
            case "PutObject", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload" ->
                    List.of(need("s3:PutObject", key));
            case "ListObjects", "ListObjectsV2", "HeadBucket" ->
                    List.of(need("s3:ListBucket", bucket));
            case "DeleteObjects" ->
                    list(map(fields.get("Delete")).get("Objects")).stream()
                            .map(each -> need("s3:DeleteObject", bucket + "/" + each.get("Key")))
                            .toList();
            case "CopyObject" -> {
                String to = Cloud.bucket(text(fields, "DestinationBucket"));
                String from = Cloud.bucket(text(fields, "SourceBucket"));
                yield List.of(
                        need("s3:GetObject", from + "/" + text(fields, "SourceKey")),
                        need("s3:PutObject", to + "/" + text(fields, "DestinationKey")));
            }
            default -> List.of(need("s3:" + operation, fields.containsKey("Key") ? key : bucket));
        };
    }

    private Need sqs(String operation, Map<String, Object> fields) {
        String name = text(fields, "QueueName") + text(fields, "QueueUrl").replaceFirst(".*/", "");
        // SendMessageBatch needs what SendMessage needs.
        return need("sqs:" + operation.replaceFirst("Batch$", ""), cloud.queue(name));
    }

    private String secret(Map<String, Object> fields) {
        String id = text(fields, "SecretId");
        return id.startsWith("arn:") ? id : cloud.secret(id);
    }

    /// The sender's domain is the identity that has to be allowed, beside the configuration set.
    private List<Need> ses(String operation, Map<String, Object> fields) {
        boolean raw = map(fields.get("Content")).containsKey("Raw");
        String action = operation.equals("SendEmail") && raw ? "SendRawEmail" : operation;
        String from = text(fields, "FromEmailAddress").replaceAll("^.*<|>.*$", "");
        var identity = need("ses:" + action, cloud.identity(from.replaceFirst("^.*@", "")));
        String set = text(fields, "ConfigurationSetName");
        return set.isEmpty()
                ? List.of(identity)
                : List.of(identity, need("ses:" + action, cloud.configurationSet(set)));
    }

    private static String text(Map<String, Object> fields, String name) {
        return Objects.requireNonNullElse(fields.get(name), "").toString();
    }

    @SuppressWarnings("unchecked") // the guard makes maps with texts as keys only
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<Map<String, Object>> list(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(Needs::map).toList() : List.of();
    }
}
