package games.drawbridge.functions.template;

import static games.drawbridge.functions.testkit.Template.map;

import games.drawbridge.functions.testkit.Template;
import java.util.List;
import java.util.Map;

/// How many resources CloudFormation will count once SAM has written the template out: what is
/// declared, and for
///
/// - a function: its role; its version and alias, where it has an alias; what tells of an event
///   that nobody took; the group of its deployments, where it has a canary
/// - a call of the API: the permission to make it
/// - a schedule: its rule and the permission
/// - a stream or a queue: the mapping
/// - an API: its stage
/// - all canaries together: an application and a role
final class Size {
    /// Resources of one stack: CloudFormation's own limit, which nobody can raise.
    private static final int MOST = 500;

    private Size() {}

    static void check(Template template, List<String> findings) {
        int count = count(template);
        if (count >= MOST)
            findings.add(
                    "Resources: %d once SAM has written them out, and a stack holds %d: make calls of one feature one function (docs/decisions/functions.md)"
                            .formatted(count, MOST));
    }

    static int count(Template template) {
        int count = template.resources().size() + template.ids("AWS::Serverless::HttpApi").size();
        boolean canary = false;
        for (String function : template.functions()) {
            count += ofFunction(template, function);
            for (Object event : template.events(function).values()) count += ofEvent(map(event));
            canary |= setting(template, function, "DeploymentPreference");
        }
        return canary ? count + 2 : count;
    }

    private static int ofFunction(Template template, String id) {
        int count = setting(template, id, "Role") ? 0 : 1;
        if (setting(template, id, "AutoPublishAlias")) count += 2;
        if (setting(template, id, "EventInvokeConfig")) count++;
        if (setting(template, id, "DeploymentPreference")) count++;
        return count;
    }

    private static boolean setting(Template template, String function, String name) {
        return template.properties(function).containsKey(name)
                || map(map(template.root().get("Globals")).get("Function")).containsKey(name);
    }

    private static int ofEvent(Map<String, Object> event) {
        return "Schedule".equals(event.get("Type")) ? 2 : 1;
    }
}
