package games.drawbridge.local.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a template declares.

public record Template(
        List<Function> functions,
        List<Route> routes,
        List<Trigger> triggers,
        List<Table> tables,
        List<Queue> queues,
        List<Bucket> buckets,
        List<Secret> secrets,
        List<Rotation> rotations) {

    public Template {
        functions = List.copyOf(functions);
        routes = List.copyOf(routes);
        triggers = List.copyOf(triggers);
        tables = List.copyOf(tables);
        queues = List.copyOf(queues);
        buckets = List.copyOf(buckets);
        secrets = List.copyOf(secrets);
        rotations = List.copyOf(rotations);
    }

    /// Reads a template as if it were deployed with these parameters.
    ///
    /// @throws TemplateFault when something in it can't be run exactly
    /// @throws IOException when the file can't be read
    public static Template read(Path file, Map<String, String> parameters, Cloud cloud)
            throws IOException {
        return new TemplateReader(TemplateYaml.read(file), parameters, cloud).read();
    }

    /// What a variable of that name is set to, wherever a function has it.
    public Optional<String> variable(String name) {
        return functions.stream()
                .flatMap(function -> Optional.ofNullable(function.environment().get(name)).stream())
                .findFirst();
    }
}
