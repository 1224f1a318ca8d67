package games.drawbridge.functions.template;

import static games.drawbridge.functions.testkit.Template.list;
import static games.drawbridge.functions.testkit.Template.map;

import games.drawbridge.functions.testkit.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A function may do named things to named resources, and to those only that it is told of. (That
/// it may do enough, each handler's own test shows: it runs under its policy.)
final class Policies {
    private static final Map<String, Set<String>> ACTIONS =
            Map.of(
                    "AWS::DynamoDB::Table",
                    Set.of(
                            "dynamodb:GetItem",
                            "dynamodb:BatchGetItem",
                            "dynamodb:PutItem",
                            "dynamodb:UpdateItem",
                            "dynamodb:DeleteItem",
                            "dynamodb:ConditionCheckItem",
                            "dynamodb:Query"),
                    "AWS::S3::Bucket",
                    Set.of("s3:GetObject", "s3:PutObject"),
                    "AWS::SQS::Queue",
                    Set.of("sqs:SendMessage"),
                    "AWS::SES::ConfigurationSet",
                    Set.of("ses:SendEmail"),
                    "AWS::SecretsManager::Secret",
                    Set.of(
                            "secretsmanager:GetSecretValue",
                            "secretsmanager:PutSecretValue",
                            "secretsmanager:DescribeSecret",
                            "secretsmanager:UpdateSecretVersionStage"));

    /// The fleet's services are no resources of the template: cdk makes them, in this cluster.
    private static final String SERVICES =
            "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:service/${Cluster}/*";

    private static final Set<String> OF_SERVICES =
            Set.of("ecs:DescribeServices", "ecs:UpdateService");

    /// Nor is the delivery stream of events, which cdk makes.
    private static final String STREAM =
            "arn:aws:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/${AnalyticsStream}";

    private static final Pattern FIRST = Pattern.compile("\\$\\{([A-Za-z0-9]+)[.}]");
    private static final String SES = "arn:aws:ses:${AWS::Region}:${AWS::AccountId}:";
    private static final String SENDER = SES + "identity/${MailDomain}";
    private static final Pattern SET =
            Pattern.compile(Pattern.quote(SES) + "configuration-set/\\$\\{([A-Za-z0-9]+)}");
    private static final Pattern FOLDER = Pattern.compile("\\$\\{([A-Za-z0-9]+)\\.Arn}/[a-z]+/\\*");
    private static final Pattern SECRET = Pattern.compile(".*(KEY|SECRET|PASSWORD|TOKEN).*");

    private final Template template;
    private final List<String> findings;

    private Policies(Template template, List<String> findings) {
        this.template = template;
        this.findings = findings;
    }

    static void check(Template template, List<String> findings) {
        template.functions().forEach(new Policies(template, findings)::function);
    }

    private void function(String id) {
        var allowed = new TreeSet<String>();
        for (var grant : template.grants(id))
            for (Object resource : grant.resources()) {
                if (SERVICES.equals(map(resource).get("Fn::Sub"))
                        && OF_SERVICES.containsAll(grant.actions())) continue;
                if (isSender(resource, grant) || isStream(resource, grant)) continue;
                String target = target(resource);
                if (target.isEmpty()) findings.add(id + ": allowed on " + resource);
                else allowed.add(target);
                actions(id, grant.actions(), target);
                index(id, resource);
            }
        var told = Functions.told(template, id);
        if (!allowed.equals(told) && !isRotation(id))
            findings.add(id + ": told of " + told + " but allowed on " + allowed);
        template.variables(id).forEach((name, value) -> variable(id, name, value));
    }

    /// Whoever sends e-mail needs the identity beside the set, and that is no resource of ours.
    private static boolean isSender(Object resource, Template.Grant grant) {
        return SENDER.equals(map(resource).get("Fn::Sub"))
                && grant.actions().equals(List.of("ses:SendEmail"));
    }

    private static boolean isStream(Object resource, Template.Grant grant) {
        return STREAM.equals(map(resource).get("Fn::Sub"))
                && grant.actions().equals(List.of("firehose:PutRecordBatch"));
    }

    /// The resource that an ARN is made of; empty when it is not that plain.
    private String target(Object resource) {
        var intrinsic = map(resource);
        if (intrinsic.containsKey("Ref")) return "" + intrinsic.get("Ref");
        if (intrinsic.containsKey("Fn::GetAtt"))
            return ("" + intrinsic.get("Fn::GetAtt")).split("\\.")[0];
        var set = SET.matcher("" + intrinsic.get("Fn::Sub"));
        if (set.matches()) return set.group(1);
        var sub = FIRST.matcher("" + intrinsic.get("Fn::Sub"));
        boolean open = ("" + intrinsic.get("Fn::Sub")).contains("*");
        return sub.lookingAt() && (!open || isFolder(intrinsic.get("Fn::Sub"))) ? sub.group(1) : "";
    }

    /// Of a bucket, all that is in one folder may be meant.
    private boolean isFolder(Object sub) {
        var folder = FOLDER.matcher("" + sub);
        return folder.matches() && template.ids("AWS::S3::Bucket").contains(folder.group(1));
    }

    private void actions(String id, List<String> actions, String target) {
        var known =
                ACTIONS.getOrDefault(
                        "" + map(template.resources().get(target)).get("Type"), Set.of());
        for (String action : actions)
            if (!known.contains(action))
                findings.add(id + ": " + action + " is no known action on " + target);
    }

    private void index(String id, Object resource) {
        String arn = "" + map(resource).get("Fn::Sub");
        if (!arn.contains("/index/")) return;
        String name = arn.substring(arn.indexOf("/index/") + "/index/".length());
        boolean there =
                list(template.properties(target(resource)).get("GlobalSecondaryIndexes")).stream()
                        .anyMatch(index -> name.equals(map(index).get("IndexName")));
        if (!there) findings.add(id + ": " + target(resource) + " has no index " + name);
    }

    private void variable(String id, String name, Object value) {
        String ref = "" + map(value).get("Ref");
        if (!map(value).containsKey("Ref")) findings.add(id + ": " + name + " is written out");
        else if (SECRET.matcher(name).matches()
                && !template.ids("AWS::SecretsManager::Secret").contains(ref))
            findings.add(id + ": " + name + " is no secret's ARN");
    }

    /// It learns from its event which secret it is about.
    private boolean isRotation(String id) {
        return template.ids("AWS::SecretsManager::RotationSchedule").stream()
                .anyMatch(schedule ->
                        ("" + template.properties(schedule).get("RotationLambdaARN"))
                                .contains(id + ".Arn"));
    }
}
