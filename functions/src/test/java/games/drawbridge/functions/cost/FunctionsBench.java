package games.drawbridge.functions.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.Template;
import games.drawbridge.functions.testkit.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What each function costs that answers requests, cold and warm, and beside one of them the same
/// written with other frameworks. `./drawbridge bench functions` runs it.
class FunctionsBench {
    /// Requests before what is counted, and those that are.
    private static final int WARMING = 10;

    private static final int COUNTED = 15;

    /// Requests of the life that an AOT cache is made from.
    private static final int TRAINING = 5;

    private static final Path JAR = Path.of("target", "functions.jar");
    private static final Path OTHERS = Path.of("..", "load-test", "contestants");

    /// The function that others wrote as well.
    private static final String COMPARED = "WalletCalls";

    private final int rounds = Integer.getInteger("rounds", 5);
    private final Template template = Template.read();

    @Test
    void measure() throws IOException {
        try (var requests = new Requests()) {
            var report = new CostReport();
            for (var group : groups(requests)) {
                var measured = group.stream().map(CostReport.Figures::new).toList();
                for (int round = 0; round < rounds; round++)
                    for (var each : measured) cold(each, requests);
                for (var each : measured) report.add(each);
            }
            report.write();
        }
    }

    /// What is measured in turns. Those that others have built are first: should one of them not
    /// start, it is known at once.
    private List<List<Subject>> groups(Requests requests) {
        var groups = new ArrayList<List<Subject>>();
        groups.add(compared(requests));
        requests.byFunction()
                .forEach((name, call) -> groups.add(List.of(ours(name, requests, call))));
        return groups;
    }

    private Subject ours(String name, Requests requests, Supplier<Call> call) {
        return new Subject(
                name,
                Subject.OURS,
                JAR,
                JAR,
                template.handler(name),
                memory(name),
                requests.world.environment(name).values(),
                call.get().route().key(),
                () -> json(call.get().event()));
    }

    private int memory(String function) {
        Object own = template.properties(function).get("MemorySize");
        return own == null ? 1_024 : Integer.parseInt(own.toString());
    }

    /// The same call, as each framework would have it.
    private List<Subject> compared(Requests requests) {
        var ours = ours(COMPARED, requests, requests.byFunction().get(COMPARED));
        var all = new ArrayList<>(List.of(ours));
        all.add(
                other(
                        ours,
                        "quarkus",
                        "function.zip",
                        "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler"));
        all.add(
                other(
                        ours,
                        "spring",
                        "wallet.jar",
                        "org.springframework.cloud.function.adapter.aws.FunctionInvoker"));
        all.removeIf(each -> !Files.exists(each.jar()));
        return all;
    }

    private static Subject other(Subject ours, String by, String deployed, String handler) {
        Path target = OTHERS.resolve(by).resolve("target");
        return new Subject(
                ours.name(),
                by,
                target.resolve("wallet.jar"),
                target.resolve(deployed),
                handler,
                ours.memory(),
                ours.variables(),
                ours.route(),
                ours.event());
    }

    private static String json(APIGatewayV2HTTPEvent event) {
        var out = new ByteArrayOutputStream();
        Instance.events().toJson(event, out);
        return out.toString(UTF_8);
    }

    /// One start without, and one with the AOT cache; the first of all counts warm requests too.
    private static void cold(CostReport.Figures figures, Requests requests) throws IOException {
        var subject = figures.subject();
        Path cache = Life.FOLDER.resolve(subject.name() + "-" + subject.by() + ".aot");
        boolean first = figures.plain().isEmpty();
        try (var life = new Life(subject, "-XX:AOTMode=off")) {
            figures.plain().add(life.start());
            if (first) warm(life, figures, requests);
        }
        if (first) train(subject, cache);
        try (var life = new Life(subject, "-XX:AOTCache=" + cache)) {
            figures.cached().add(life.start());
        }
    }

    private static void train(Subject subject, Path cache) throws IOException {
        try (var life = new Life(subject, "-XX:AOTCacheOutput=" + cache)) {
            life.start();
            for (int n = 1; n < TRAINING; n++) life.warm(subject.event().get());
        }
        if (!Files.exists(cache)) throw new IOException(cache + " was not written");
    }

    private static void warm(Life life, CostReport.Figures figures, Requests requests)
            throws IOException {
        var events = figures.subject().event();
        for (int n = 0; n < WARMING; n++) life.warm(events.get());
        for (int n = 0; n < COUNTED; n++) {
            String event = events.get();
            int before = requests.world.calls().size();
            figures.bytes().add(life.warm(event));
            figures.calls().add(calls(requests.world, before));
            figures.trips().add(requests.world.roundTrips(before));
        }
    }

    /// What went to DynamoDB since, without who asked.
    private static List<String> calls(World world, int before) {
        var all = world.calls();
        return all.subList(before, all.size()).stream().map(it -> it.split(" ")[1]).toList();
    }
}
