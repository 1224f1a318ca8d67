package games.drawbridge.local.iam;

import games.drawbridge.local.inside.Caller;
import games.drawbridge.local.template.Cloud;
import games.drawbridge.local.template.Function;
import java.util.Map;
import java.util.Optional;

/// The role of one function: says no to what its policies do not allow, in AWS's own words.
public final class Role implements Caller {
    private static final System.Logger LOG = System.getLogger(Role.class.getName());

    private final String function;
    private final Cloud cloud;
    private final Needs needs;
    private final Policy policy;

    /// @throws games.drawbridge.local.template.TemplateFault when a policy can't be run exactly
    public Role(Function function, Cloud cloud) {
        this.function = function.id();
        this.cloud = cloud;
        this.needs = new Needs(cloud);
        this.policy = new Policy(function.id(), function.policies());
    }

    @Override
    public Optional<String> refusal(String service, String operation, Map<String, Object> fields) {
        var missing =
                needs.of(service, operation, fields).stream()
                        .filter(need -> !policy.allows(need))
                        .findFirst()
                        .map(this::sentence);
        missing.ifPresent(
                sentence -> LOG.log(System.Logger.Level.ERROR, "ACCESS DENIED: " + sentence));
        return missing;
    }

    private String sentence(Need need) {
        return ("User: arn:aws:sts::%s:assumed-role/%s/%s is not authorized to perform: %s on"
                        + " resource: %s because no identity-based policy allows the %s action")
                .formatted(
                        cloud.account(),
                        function,
                        function,
                        need.action(),
                        need.resource(),
                        need.action());
    }
}
