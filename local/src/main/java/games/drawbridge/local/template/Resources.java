package games.drawbridge.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The resources of a template: which of them exist, and what they are called.
final class Resources {
    private final Map<String, Object> yaml;
    private final Cloud cloud;
    private final Map<String, Declared> declared = new LinkedHashMap<>();

    /// @param name the physical one
    /// @param reference what `!Ref` gives
    /// @param properties unresolved
    record Declared(
            String id,
            String type,
            String name,
            String reference,
            Map<String, Object> properties) {}

    Resources(Map<String, Object> yaml, Cloud cloud) {
        this.yaml = yaml;
        this.cloud = cloud;
    }

    /// Finds out what exists under the template's conditions and what it is called; to be asked
    /// first.
    void name(Intrinsics intrinsics) {
        for (String id : yaml.keySet()) {
            var resource = Values.map(id, yaml.get(id));
            if (resource.get("Condition") instanceof String condition
                    && !intrinsics.holds(condition)) continue;
            String type = Values.text(id + ".Type", resource.get("Type"));
            var properties = TemplateReader.section(resource, "Properties");
            Object own = properties.get(nameProperty(type));
            String name =
                    own == null
                            ? type.equals("AWS::S3::Bucket") ? Bucket.nameOf(id) : id
                            : Values.text(id, intrinsics.resolve(id, own));
            declared.put(id, new Declared(id, type, name, reference(type, name), properties));
        }
    }

    private static String nameProperty(String type) {
        return switch (type) {
            case "AWS::DynamoDB::Table" -> "TableName";
            case "AWS::SQS::Queue" -> "QueueName";
            case "AWS::S3::Bucket" -> "BucketName";
            case "AWS::SecretsManager::Secret" -> "Name";
            default -> "";
        };
    }

    private String reference(String type, String name) {
        return switch (type) {
            case "AWS::SQS::Queue" -> cloud.queueUrl(name);
            case "AWS::SecretsManager::Secret" -> cloud.secret(name);
            default -> name;
        };
    }

    List<Declared> all() {
        return new ArrayList<>(declared.values());
    }

    Map<String, String> references() {
        var references = new LinkedHashMap<String, String>();
        declared.values().forEach(each -> references.put(each.id, each.reference));
        return references;
    }

    String attribute(String where, String id, String attribute) {
        var resource = declared.get(id);
        if (resource == null) throw new TemplateFault(where, "nothing is called " + id);
        return attribute(resource, attribute)
                .orElseThrow(() ->
                        new TemplateFault(where, id + "." + attribute + " is not known locally"));
    }

    private Optional<String> attribute(Declared resource, String attribute) {
        String name = resource.name;
        return Optional.ofNullable(
                switch (resource.type + "." + attribute) {
                    case "AWS::Serverless::Function.Arn" -> cloud.function(name);
                    case "AWS::DynamoDB::Table.Arn" -> cloud.table(name);
                    case "AWS::DynamoDB::Table.StreamArn" -> cloud.table(name) + "/stream/latest";
                    case "AWS::SQS::Queue.Arn" -> cloud.queue(name);
                    case "AWS::SQS::Queue.QueueName" -> name;
                    case "AWS::SQS::Queue.QueueUrl" -> cloud.queueUrl(name);
                    case "AWS::S3::Bucket.Arn" -> Cloud.bucket(name);
                    case "AWS::SecretsManager::Secret.Id" -> resource.reference;
                    default -> null;
                });
    }
}
