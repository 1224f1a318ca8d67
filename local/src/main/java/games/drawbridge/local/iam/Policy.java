package games.drawbridge.local.iam;

import games.drawbridge.local.template.Statement;
import games.drawbridge.local.template.TemplateFault;
import java.util.List;
import java.util.regex.Pattern;

/// All that one function's role may do: what some statement allows and none denies.
final class Policy {
    private final List<Rule> rules;

    private record Rule(boolean allow, List<Glob> actions, List<Glob> resources) {
        boolean covers(Need need) {
            return actions.stream().anyMatch(each -> each.matches(need.action()))
                    && resources.stream().anyMatch(each -> each.matches(need.resource()));
        }
    }

    /// @throws TemplateFault when a statement has a condition, which is not run locally
    Policy(String function, List<Statement> statements) {
        rules = statements.stream().map(each -> rule(function, each)).toList();
    }

    private static Rule rule(String function, Statement statement) {
        if (!statement.conditions().isEmpty())
            throw new TemplateFault(function + ".Policies", "conditions do not run locally");
        return new Rule(
                statement.allow(),
                globs(statement.actions(), Pattern.CASE_INSENSITIVE),
                globs(statement.resources(), 0));
    }

    private static List<Glob> globs(List<String> texts, int flags) {
        return texts.stream().map(each -> new Glob(each, flags)).toList();
    }

    boolean allows(Need need) {
        var covering = rules.stream().filter(rule -> rule.covers(need)).toList();
        return !covering.isEmpty() && covering.stream().allMatch(Rule::allow);
    }
}
