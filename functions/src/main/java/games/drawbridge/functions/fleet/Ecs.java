package games.drawbridge.functions.fleet;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.JsonService;
import games.drawbridge.functions.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The two calls of ECS that a fleet needs.
final class Ecs {
    /// Services that one call may ask about: ECS' own limit.
    private static final int MOST = 10;

    private final JsonService ecs;
    private final String cluster;

    Ecs(Aws aws, String cluster) {
        this.ecs = new JsonService(aws, "ecs", "AmazonEC2ContainerServiceV20141113.");
        this.cluster = cluster;
    }

    record Service(String serviceName, int desiredCount) {}

    record Described(List<Service> services) {}

    /// Those of the services that want a task; one that ECS does not know wants none.
    Set<String> wanting(List<String> services) {
        return IntStream.iterate(0, i -> i < services.size(), i -> i + MOST)
                .mapToObj(i -> services.subList(i, Math.min(services.size(), i + MOST)))
                .flatMap(some -> described(some).services().stream())
                .filter(service -> service.desiredCount() > 0)
                .map(Service::serviceName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Described described(List<String> services) {
        var asked = Map.of("cluster", cluster, "services", services);
        return JsonText.read(ecs.call("DescribeServices", asked), Described.class);
    }

    /// @param tasks one or none
    void want(String service, int tasks) {
        ecs.call(
                "UpdateService",
                Map.of("cluster", cluster, "service", service, "desiredCount", tasks));
    }
}
