package games.drawbridge.functions.testkit;

import static games.drawbridge.functions.testkit.Template.list;
import static games.drawbridge.functions.testkit.Template.map;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the template's references mean in one world: physical names and ARNs.
///
/// @param onTable hears of each table, by its id in the template, whenever it is named
record Names(
        Template template,
        String prefix,
        Map<String, String> parameters,
        Consumer<String> onTable) {
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");
    private static final String PLACE = ":eu-west-1:000000000000:";

    /// A value of the template, with what it refers to put in.
    String resolve(Object value) {
        if (!(value instanceof Map<?, ?>)) return String.valueOf(value);
        var intrinsic = map(value).entrySet().iterator().next();
        return switch (intrinsic.getKey()) {
            case "Ref" -> ref(String.valueOf(intrinsic.getValue()));
            case "Fn::GetAtt" -> attribute(String.valueOf(intrinsic.getValue()));
            case "Fn::Sub" -> sub(String.valueOf(intrinsic.getValue()));
            default -> throw new IllegalArgumentException("not resolved here: " + value);
        };
    }

    private String sub(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(placeholder(found.group(1))));
    }

    private String placeholder(String name) {
        return name.contains(".") ? attribute(name) : ref(name);
    }

    private String ref(String id) {
        if (parameters.containsKey(id)) return parameters.get(id);
        if (id.equals("AWS::Region")) return "eu-west-1";
        if (id.equals("AWS::AccountId")) return "000000000000";
        if (id.equals("AWS::StackName")) return prefix;
        if (type(id).equals(TABLE)) onTable.accept(id);
        return switch (type(id)) {
            case TABLE, "AWS::SES::ConfigurationSet" -> prefix + "-" + id;
            case "AWS::S3::Bucket" -> (prefix + "-" + id).toLowerCase(Locale.ROOT);
            case "AWS::SecretsManager::Secret" ->
                    "arn:aws:secretsmanager" + PLACE + "secret:" + prefix + "-" + id;
            default -> throw new IllegalArgumentException("no name for " + id);
        };
    }

    private String attribute(String text) {
        String id = text.substring(0, text.indexOf('.'));
        return switch (type(id) + text.substring(text.indexOf('.'))) {
            case TABLE + ".Arn" -> "arn:aws:dynamodb" + PLACE + "table/" + ref(id);
            case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + ref(id);
            default -> throw new IllegalArgumentException("no attribute " + text);
        };
    }

    private String type(String id) {
        return String.valueOf(map(template.resources().get(id)).get("Type"));
    }

    /// Whether the function's own policy allows an action, as IAM would see it.
    boolean allows(String function, String action, String arn) {
        return template.grants(function).stream()
                .filter(grant -> grant.actions().contains(action))
                .flatMap(grant -> list(grant.resources()).stream())
                .anyMatch(resource -> covers(resolve(resource), arn));
    }

    private static boolean covers(String resource, String arn) {
        return resource.endsWith("*")
                ? arn.startsWith(resource.substring(0, resource.length() - 1))
                : arn.equals(resource);
    }

    static String tableArn(String table) {
        return "arn:aws:dynamodb" + PLACE + "table/" + table;
    }
}
