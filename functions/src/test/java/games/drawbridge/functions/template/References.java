package games.drawbridge.functions.template;

import static games.drawbridge.functions.testkit.Template.list;
import static games.drawbridge.functions.testkit.Template.map;

import games.drawbridge.functions.testkit.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Everything that is referred to is declared in the file itself: what SAM generates cannot be
/// named, or cdk could not include the file.
final class References {
    private static final Set<String> SECTIONS =
            Set.of(
                    "AWSTemplateFormatVersion",
                    "Transform",
                    "Description",
                    "Parameters",
                    "Conditions",
                    "Globals",
                    "Resources",
                    "Outputs");
    private static final Set<String> PARTS =
            Set.of(
                    "Type",
                    "Properties",
                    "DependsOn",
                    "Condition",
                    "DeletionPolicy",
                    "UpdateReplacePolicy");

    /// The types in use, each with what may be asked of it.
    private static final Map<String, Set<String>> ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("AWS::Serverless::HttpApi", Set.of()),
                    Map.entry("AWS::Serverless::Function", Set.of("Arn")),
                    Map.entry("AWS::DynamoDB::Table", Set.of("Arn", "StreamArn")),
                    Map.entry("AWS::S3::Bucket", Set.of("Arn", "RegionalDomainName")),
                    Map.entry("AWS::SQS::Queue", Set.of("Arn", "QueueUrl", "QueueName")),
                    Map.entry("AWS::SecretsManager::Secret", Set.of("Id")),
                    Map.entry("AWS::SecretsManager::RotationSchedule", Set.of()),
                    Map.entry("AWS::Lambda::Permission", Set.of()),
                    Map.entry("AWS::Logs::LogGroup", Set.of("Arn")),
                    Map.entry("AWS::SQS::QueuePolicy", Set.of()),
                    Map.entry("AWS::SNS::Topic", Set.of()),
                    Map.entry("AWS::SNS::TopicPolicy", Set.of()),
                    Map.entry("AWS::SNS::Subscription", Set.of()),
                    Map.entry("AWS::SES::ConfigurationSet", Set.of()),
                    Map.entry("AWS::SES::ConfigurationSetEventDestination", Set.of()));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private final Template template;
    private final List<String> findings;
    private final Set<String> refs =
            new HashSet<>(
                    Set.of("AWS::NoValue", "AWS::Region", "AWS::StackName", "AWS::AccountId"));

    private References(Template template, List<String> findings) {
        this.template = template;
        this.findings = findings;
        refs.addAll(map(template.root().get("Parameters")).keySet());
        refs.addAll(template.resources().keySet());
    }

    static void check(Template template, List<String> findings) {
        new References(template, findings).check();
    }

    private void check() {
        for (String section : template.root().keySet())
            if (!SECTIONS.contains(section)) findings.add(section + ": unknown section");
        template.resources()
                .forEach((id, resource) -> {
                    for (String part : map(resource).keySet())
                        if (!PARTS.contains(part)) findings.add(id + ": unknown part " + part);
                    if (!ATTRIBUTES.containsKey(type(id)))
                        findings.add(id + ": unknown type " + type(id));
                    for (Object other : list(map(resource).get("DependsOn"))) ref(id, "" + other);
                });
        map(template.root().get("Outputs"))
                .forEach((id, output) -> {
                    if (map(output).get("Value") == null)
                        findings.add(id + ": output without value");
                });
        template.root().forEach((section, node) -> walk(section, node));
    }

    private void walk(String where, Object node) {
        if (node instanceof List<?> items) items.forEach(item -> walk(where, item));
        if (!(node instanceof Map<?, ?>)) return;
        map(node)
                .forEach((name, value) -> {
                    String here =
                            where.equals("Resources") || where.equals("Outputs") ? name : where;
                    switch (name) {
                        case "Ref" -> ref(where, "" + value);
                        case "Fn::GetAtt" -> attribute(where, "" + value);
                        case "Fn::Sub" -> sub(where, "" + value);
                        case "Fn::If" -> condition(where, "" + list(value).getFirst());
                        // in a policy it is a map, and something else
                        case "Condition" -> {
                            if (value instanceof String condition) condition(where, condition);
                        }
                        default -> {}
                    }
                    walk(here, value);
                });
    }

    private void ref(String where, String id) {
        if (!refs.contains(id)) findings.add(where + ": nothing is declared as " + id);
    }

    private void attribute(String where, String text) {
        String id = text.split("\\.", 2)[0];
        String attribute = text.contains(".") ? text.split("\\.", 2)[1] : "";
        if (!template.resources().containsKey(id)) ref(where, id);
        else if (!ATTRIBUTES.getOrDefault(type(id), Set.of()).contains(attribute))
            findings.add(where + ": " + type(id) + " has no attribute " + attribute);
    }

    private void sub(String where, String text) {
        var names = PLACEHOLDER.matcher(text);
        while (names.find()) {
            if (names.group(1).contains(".")) attribute(where, names.group(1));
            else ref(where, names.group(1));
        }
    }

    private void condition(String where, String name) {
        if (!map(template.root().get("Conditions")).containsKey(name))
            findings.add(where + ": no condition " + name);
    }

    private String type(String id) {
        return "" + map(template.resources().get(id)).get("Type");
    }
}
