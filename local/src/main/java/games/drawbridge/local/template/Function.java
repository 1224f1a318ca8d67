package games.drawbridge.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A function of Lambda.
///
/// @param code the jar or folder with its classes, relative to the template
/// @param handler its class, with `::method` where one is named
/// @param policies what its role may do
/// @param timeout of one invocation
/// @param memory in MB, as it is told
/// @param concurrency how many may run at once, if that is limited
/// @param retries of an event that nobody waits for
/// @param onFailure the ARN of the queue that hears of such an event when all tries failed
public record Function(
        String id,
        String code,
        String handler,
        Map<String, String> environment,
        List<Statement> policies,
        Duration timeout,
        int memory,
        Optional<Integer> concurrency,
        int retries,
        Optional<String> onFailure) {

    /// Lambda's own.
    private static final int MOST_SECONDS = 900;

    private static final int MOST_MEMORY = 10_240;

    static Function read(String id, Props props) {
        props.only("Runtime", "java25");
        props.only("PackageType", "Zip");
        props.ignore("Description", "Architectures", "AutoPublishAlias", "SnapStart");
        props.ignore("AutoPublishAliasAllProperties");
        props.ignore("LoggingConfig", "Tracing", "Tags", "PropagateTags", "VpcConfig");
        props.ignore("EphemeralStorage", "RecursiveLoop", "PermissionsBoundary", "Events");
        props.ignore("DeploymentPreference");
        var environment = props.in("Environment");
        var async = props.in("EventInvokeConfig");
        async.ignore("MaximumEventAgeInSeconds");
        return new Function(
                id,
                props.text("CodeUri"),
                props.text("Handler"),
                environment.table("Variables"),
                policies(props),
                Duration.ofSeconds(props.whole("Timeout", 3, 1, MOST_SECONDS)),
                props.whole("MemorySize", 128, 128, MOST_MEMORY),
                concurrency(props),
                async.whole("MaximumRetryAttempts", 2, 0, 2),
                onFailure(async));
    }

    private static Optional<Integer> concurrency(Props props) {
        int most = props.whole("ReservedConcurrentExecutions", 0, 0, 1_000);
        return most == 0 ? Optional.empty() : Optional.of(most);
    }

    private static Optional<String> onFailure(Props async) {
        var destination = async.in("DestinationConfig").in("OnFailure");
        destination.only("Type", "SQS");
        return destination.maybe("Destination");
    }

    private static List<Statement> policies(Props props) {
        var statements = new ArrayList<Statement>();
        for (Props policy : props.all("Policies")) {
            policy.ignore("Version");
            policy.all("Statement").forEach(each -> statements.add(Statement.read(each)));
        }
        return statements;
    }
}
