package games.drawbridge.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.iam.Role;
import games.drawbridge.local.metrics.FunctionMeter;
import games.drawbridge.local.template.Cloud;
import games.drawbridge.local.template.Function;
import games.drawbridge.local.template.TemplateFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/// All functions of the template, ready to be invoked.
public final class Functions implements Invoker, AutoCloseable {
    private final List<CodeLoader> opened = new ArrayList<>();
    private final Map<String, String> given;
    private final Host host;
    private volatile Map<String, RunningFunction> functions;

    /// @param folder in which the template stands: code is named from there
    /// @param given the variables that Lambda itself gives every function
    /// @param meter counts each run
    /// @throws TemplateFault when a function's code or class is not there
    /// @throws IOException when code can't be read
    public Functions(
            List<Function> declared,
            Path folder,
            Map<String, String> given,
            Cloud cloud,
            FunctionLog log,
            FunctionMeter meter,
            InstantSource clock)
            throws IOException {
        var timers =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("function timeouts").factory());
        timers.setRemoveOnCancelPolicy(true);
        this.given = given;
        host = new Host(cloud, clock, log, meter, timers);
        functions = loaded(declared, folder);
    }

    /// Takes over another version: it answers from now on. What is under way is brought to its end
    /// by the version that began it.
    ///
    /// @param folder in which the other version's template stands
    /// @throws TemplateFault when a function's code or class is not there; then nothing has changed
    /// @throws IOException when code can't be read
    public synchronized void take(List<Function> declared, Path folder) throws IOException {
        functions = loaded(declared, folder);
    }

    private Map<String, RunningFunction> loaded(List<Function> declared, Path folder)
            throws IOException {
        var loaders = new HashMap<Path, CodeLoader>();
        var all = new LinkedHashMap<String, RunningFunction>();
        for (Function each : declared) {
            var code = folder.resolve(each.code()).normalize();
            all.put(each.id(), load(each, loader(each, code, loaders)));
        }
        return all;
    }

    private RunningFunction load(Function function, CodeLoader loader) {
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

    private CodeLoader loader(Function function, Path code, Map<Path, CodeLoader> loaders)
            throws IOException {
        if (!Files.exists(code))
            throw new TemplateFault(function.id() + ".CodeUri", code + " is not there");
        var known = loaders.get(code);
        if (known != null) return known;
        var loader = new CodeLoader(code);
        loaders.put(code, loader);
        opened.add(loader);
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
    public synchronized void close() {
        host.timer().shutdownNow();
        for (CodeLoader loader : opened)
            try {
                loader.close();
            } catch (IOException _) {
                // nothing more to be done with it
            }
    }
}
