package games.drawbridge.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.iam.Role;
import games.drawbridge.local.template.Cloud;
import games.drawbridge.local.template.Function;
import games.drawbridge.local.template.TemplateFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/// All functions of the template, ready to be invoked.
public final class Functions implements Invoker, AutoCloseable {
    private final Map<String, RunningFunction> functions = new LinkedHashMap<>();
    private final Map<Path, CodeLoader> loaders = new HashMap<>();
    private final Host host;

    /// @param folder in which the template stands: code is named from there
    /// @param given the variables that Lambda itself gives every function
    /// @throws TemplateFault when a function's code or class is not there
    /// @throws IOException when code can't be read
    public Functions(
            List<Function> declared,
            Path folder,
            Map<String, String> given,
            Cloud cloud,
            FunctionLog log,
            InstantSource clock)
            throws IOException {
        var timers =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("function timeouts").factory());
        timers.setRemoveOnCancelPolicy(true);
        host = new Host(cloud, clock, log, timers);
        for (Function each : declared) functions.put(each.id(), load(each, folder, given));
    }

    private RunningFunction load(Function function, Path folder, Map<String, String> given)
            throws IOException {
        var loader = loader(function, folder.resolve(function.code()).normalize());
        var environment = new HashMap<>(given);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
        environment.putAll(function.environment());
        try {
            var type = loader.loadClass(function.handler().replaceFirst("::.*", ""));
            var handler = new Handler(type, Map.copyOf(environment));
            return new RunningFunction(
                    function, handler, new Role(function, host.cloud()), loader, host);
        } catch (ClassNotFoundException _) {
            throw new TemplateFault(
                    function.id() + ".Handler",
                    "there is no class " + function.handler() + " in " + function.code());
        }
    }

    private CodeLoader loader(Function function, Path code) throws IOException {
        if (!Files.exists(code))
            throw new TemplateFault(function.id() + ".CodeUri", code + " is not there");
        var known = loaders.get(code);
        if (known != null) return known;
        var loader = new CodeLoader(code);
        loaders.put(code, loader);
        return loader;
    }

    @Override
    public CompletableFuture<Outcome> invoke(String function, JsonNode event) {
        var running = functions.get(function);
        if (running == null) throw new IllegalArgumentException("no function " + function);
        return running.invoke(event);
    }

    public Set<String> names() {
        return functions.keySet();
    }

    @Override
    public void close() {
        host.timer().shutdownNow();
        for (CodeLoader loader : loaders.values())
            try {
                loader.close();
            } catch (IOException _) {
                // nothing more to be done with it
            }
    }
}
