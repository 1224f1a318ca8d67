package games.drawbridge.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a deploy would give the template.
final class Parameters {
    private Parameters() {}

    /// Every declared parameter's value.
    ///
    /// @throws TemplateFault when one has neither a value nor a default, or may not be that
    static Map<String, Object> values(Map<String, Object> declared, Map<String, String> given) {
        var values = new LinkedHashMap<String, Object>();
        for (String name : declared.keySet()) {
            String where = "Parameters." + name;
            var parameter = Values.map(where, declared.get(name));
            Object value = given.getOrDefault(name, text(where, parameter.get("Default")));
            if (value == null)
                throw new TemplateFault(where, "the local world has no value for it");
            check(where, parameter, value.toString());
            values.put(name, typed(parameter, value.toString()));
        }
        return values;
    }

    private static @Nullable String text(String where, @Nullable Object value) {
        return value == null ? null : Values.text(where, value);
    }

    private static void check(String where, Map<String, Object> parameter, String value) {
        if (parameter.get("AllowedPattern") instanceof String pattern
                && !Pattern.matches(pattern, value))
            throw new TemplateFault(where, value + " is not of its AllowedPattern");
        if (parameter.get("AllowedValues") instanceof List<?> allowed
                && allowed.stream().map(String::valueOf).noneMatch(value::equals))
            throw new TemplateFault(where, value + " is none of its AllowedValues");
    }

    private static Object typed(Map<String, Object> parameter, String value) {
        String type = String.valueOf(parameter.get("Type"));
        boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList");
        return list ? List.of(value.split("\\s*,\\s*", -1)) : value;
    }

    /// What CloudFormation itself knows.
    static Map<String, Object> pseudo(Cloud cloud) {
        return Map.of(
                "AWS::Region", cloud.region(),
                "AWS::AccountId", cloud.account(),
                "AWS::Partition", "aws",
                "AWS::URLSuffix", "amazonaws.com",
                "AWS::StackName", "drawbridge",
                "AWS::StackId", "drawbridge-local");
    }
}
