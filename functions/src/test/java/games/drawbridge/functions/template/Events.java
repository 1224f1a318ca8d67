package games.drawbridge.functions.template;

import static games.drawbridge.functions.testkit.Template.list;
import static games.drawbridge.functions.testkit.Template.map;

import games.drawbridge.functions.testkit.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What brings events to functions can bring them, and knows what to do when that fails.
final class Events {
    private static final Set<String> POSITIONS = Set.of("TRIM_HORIZON", "LATEST");
    private static final int USUAL_VISIBILITY = 30;
    private static final int API_SECONDS = 30;

    private final Template template;
    private final List<String> findings;

    private Events(Template template, List<String> findings) {
        this.template = template;
        this.findings = findings;
    }

    static void check(Template template, List<String> findings) {
        var check = new Events(template, findings);
        for (String function : template.functions())
            template.events(function).values().forEach(event -> check.event(function, map(event)));
        template.ids("AWS::SecretsManager::RotationSchedule").forEach(check::rotation);
    }

    private void event(String id, Map<String, Object> event) {
        var properties = map(event.get("Properties"));
        switch ("" + event.get("Type")) {
            case "HttpApi" -> {
                if (timeout(id) > API_SECONDS)
                    findings.add(id + ": API Gateway waits for 30 seconds only");
            }
            case "DynamoDB" -> stream(id, properties);
            case "SQS" -> queue(id, properties);
            case "Schedule" -> {
                if (!("" + properties.get("Schedule")).matches("(rate|cron)\\(.+\\)"))
                    findings.add(id + ": schedule " + properties.get("Schedule"));
            }
            default -> findings.add(id + ": unknown event " + event.get("Type"));
        }
    }

    private void stream(String id, Map<String, Object> event) {
        String table = target(event.get("Stream"));
        if (!template.properties(table).containsKey("StreamSpecification"))
            findings.add(id + ": table " + table + " has no stream");
        if (!POSITIONS.contains("" + event.get("StartingPosition")))
            findings.add(id + ": StartingPosition is " + event.get("StartingPosition"));
        for (String name :
                List.of("FilterCriteria", "BisectBatchOnFunctionError", "MaximumRetryAttempts"))
            if (!event.containsKey(name)) findings.add(id + ": stream without " + name);
        if (!list(event.get("FunctionResponseTypes")).contains("ReportBatchItemFailures"))
            findings.add(id + ": stream without ReportBatchItemFailures");
        var failure = map(map(event.get("DestinationConfig")).get("OnFailure"));
        if (!"SQS".equals(failure.get("Type"))
                || !template.ids("AWS::SQS::Queue").contains(target(failure.get("Destination"))))
            findings.add(id + ": stream without a queue for what fails");
    }

    private void queue(String id, Map<String, Object> event) {
        String queue = target(event.get("Queue"));
        var properties = template.properties(queue);
        Object visibility = properties.getOrDefault("VisibilityTimeout", USUAL_VISIBILITY);
        if (!(visibility instanceof Integer seconds) || seconds < timeout(id))
            findings.add(id + ": " + queue + " shows a message again while it is worked on");
        if (!properties.containsKey("RedrivePolicy"))
            findings.add(id + ": " + queue + " has no dead-letter queue");
    }

    private void rotation(String id) {
        var arn = template.properties(id).get("RotationLambdaARN");
        boolean allowed =
                template.ids("AWS::Lambda::Permission").stream()
                        .map(template::properties)
                        .anyMatch(permission ->
                                "secretsmanager.amazonaws.com".equals(permission.get("Principal"))
                                        && arn.equals(permission.get("FunctionName")));
        if (!allowed) findings.add(id + ": Secrets Manager may not call " + arn);
    }

    private static String target(Object arn) {
        return ("" + map(arn).get("Fn::GetAtt")).split("\\.")[0];
    }

    private int timeout(String id) {
        var global = map(map(template.root().get("Globals")).get("Function"));
        Object timeout = template.properties(id).getOrDefault("Timeout", global.get("Timeout"));
        return timeout instanceof Integer seconds ? seconds : 0;
    }
}
