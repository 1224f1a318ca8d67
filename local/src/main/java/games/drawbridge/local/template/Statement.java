package games.drawbridge.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One statement of a policy.
///
/// @param allow whether it allows or denies
/// @param actions `dynamodb:GetItem`, with `*` and `?` as in AWS
/// @param resources ARNs, with the same
/// @param conditions by operator, then by key: what it may be
public record Statement(
        boolean allow,
        List<String> actions,
        List<String> resources,
        Map<String, Map<String, List<String>>> conditions) {

    static Statement read(Props props) {
        props.ignore("Sid");
        var conditions = new LinkedHashMap<String, Map<String, List<String>>>();
        var all = props.in("Condition");
        for (String operator : all.names()) {
            var keys = all.in(operator);
            var values = new LinkedHashMap<String, List<String>>();
            for (String key : keys.names()) values.put(key, keys.texts(key));
            conditions.put(operator, values);
        }
        return new Statement(
                props.text("Effect").equals("Allow"),
                props.texts("Action"),
                props.texts("Resource"),
                conditions);
    }
}
