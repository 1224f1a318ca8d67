package games.drawbridge.functions.template;

import static games.drawbridge.functions.testkit.Template.list;
import static games.drawbridge.functions.testkit.Template.map;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.testkit.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Every function has its class and every class its function; each is told what it reads, and
/// nothing else.
final class Functions {
    private static final Set<String> PROPERTIES =
            Set.of(
                    "Handler",
                    "Runtime",
                    "Architectures",
                    "CodeUri",
                    "EphemeralStorage",
                    "MemorySize",
                    "Timeout",
                    "AutoPublishAlias",
                    "AutoPublishAliasAllProperties",
                    "SnapStart",
                    "LoggingConfig",
                    "Environment",
                    "Policies",
                    "Events",
                    "VpcConfig",
                    "EventInvokeConfig",
                    "DeploymentPreference",
                    "ReservedConcurrentExecutions");
    private static final String JAR = "functions/target/functions.jar";

    private final Template template;
    private final List<String> findings;

    private Functions(Template template, List<String> findings) {
        this.template = template;
        this.findings = findings;
    }

    static void check(Template template, List<String> findings) {
        var check = new Functions(template, findings);
        check.settings("Globals", check.global());
        template.functions().forEach(check::function);
        check.undeclared();
    }

    private Map<String, Object> global() {
        return map(map(template.root().get("Globals")).get("Function"));
    }

    private void function(String id) {
        settings(id, template.properties(id));
        var all = new HashMap<>(global());
        all.putAll(template.properties(id));
        wanted(id, "Runtime", "java25".equals(all.get("Runtime")), all);
        wanted(id, "Architectures", List.of("arm64").equals(all.get("Architectures")), all);
        wanted(id, "CodeUri", JAR.equals(all.get("CodeUri")), all);
        boolean snap = !map(all.get("SnapStart")).isEmpty();
        if (snap && !"live".equals(all.get("AutoPublishAlias")))
            findings.add(id + ": SnapStart without an alias does nothing");
        handler(id);
    }

    private void wanted(String id, String name, boolean good, Map<String, Object> all) {
        if (!good) findings.add(id + ": " + name + " is " + all.get(name));
    }

    private void settings(String id, Map<String, Object> properties) {
        for (String name : properties.keySet())
            if (!PROPERTIES.contains(name)) findings.add(id + ": unknown property " + name);
        whole(id, "Timeout", properties.get("Timeout"), 1, 900);
        whole(id, "MemorySize", properties.get("MemorySize"), 128, 10_240);
    }

    private void whole(String id, String name, Object value, int least, int most) {
        if (value == null) return;
        if (!(value instanceof Integer number) || number < least || number > most)
            findings.add(id + ": " + name + " is " + value);
    }

    private void handler(String id) {
        try {
            var type = Class.forName(template.handler(id));
            if (!RequestHandler.class.isAssignableFrom(type)
                    || !Modifier.isPublic(type.getModifiers()))
                findings.add(id + ": " + type + " is no handler");
            type.getConstructor();
            var read = Handlers.read(type);
            var declared = new TreeSet<>(template.variables(id).keySet());
            if (!read.equals(declared))
                findings.add(id + ": declares " + declared + " but reads " + read);
        } catch (ClassNotFoundException missing) {
            findings.add(id + ": no class " + missing.getMessage());
        } catch (ReflectiveOperationException wrong) {
            findings.add(id + ": cannot be made: " + wrong);
        }
    }

    /// An environment that has everything and remembers what was asked of it.
    static Environment recording(Set<String> read) {
        return new Environment(
                new HashMap<>() {
                    @Override
                    public String get(Object name) {
                        String text = String.valueOf(name);
                        if (!text.startsWith("AWS_")) read.add(text);
                        return switch (text) {
                            case "AWS_REGION" -> "eu-west-1";
                            case "ORIGIN" -> "https://play.example";
                            case "OIDC_PROVIDERS" -> "google https://accounts.google.com id";
                            case "LOGINS_PER_ADDRESS", "REGISTRATIONS_PER_ADDRESS" -> "600";
                            case "FLEET_SLOTS", "FLEET_MINIMUM", "TRACE_SHARE" -> "3";
                            case "REDIS_URL" -> "redis://localhost:6379";
                            default -> text.startsWith("AWS_") ? null : text;
                        };
                    }
                });
    }

    /// Handlers that nobody would ever call.
    private void undeclared() {
        var declared = new HashSet<String>();
        for (String function : template.functions()) {
            declared.add(template.handler(function));
            Handlers.endpoints(template.handler(function))
                    .forEach(it -> declared.add(it.getName()));
        }
        for (String name : classes()) {
            if (declared.contains(name)) continue;
            try {
                var type = Class.forName(name);
                if (RequestHandler.class.isAssignableFrom(type)
                        && !Modifier.isAbstract(type.getModifiers()))
                    findings.add(type.getSimpleName() + ": a handler that is not declared");
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static List<String> classes() {
        var root = Path.of("target", "classes");
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("-info"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .toList();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /// What a function's variables refer to: tables, buckets, secrets.
    static Set<String> told(Template template, String id) {
        var told = new TreeSet<String>();
        for (Object value : template.variables(id).values())
            for (Object ref : list(map(value).get("Ref")))
                if (template.resources().containsKey("" + ref)) told.add("" + ref);
        return told;
    }
}
