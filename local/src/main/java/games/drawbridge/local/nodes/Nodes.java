package games.drawbridge.local.nodes;

import games.drawbridge.local.http.Probe;
import games.drawbridge.local.process.Child;
import games.drawbridge.local.process.Command;
import games.drawbridge.local.process.PidFile;
import games.drawbridge.local.process.Ports;
import games.drawbridge.local.process.Supervised;
import games.drawbridge.local.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The fleet of this machine.
public final class Nodes implements AutoCloseable {

    /// Each is a JVM of its own.
    public static final int MOST = 10;

    /// To come up, on a busy machine.
    private static final Duration READY = Duration.ofSeconds(60);

    /// To close rooms and sockets after being asked to end: ECS gives 120 s, nobody at a keyboard
    /// does.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// For the end of a training, which writes its cache then.
    private static final Duration WRITTEN = Duration.ofSeconds(90);

    private volatile NodeProgram program;
    private final Ports ports;
    private final Path run;
    private final int firstPort;
    private final List<Node> nodes = new ArrayList<>();

    /// @param run where pid files go
    /// @param firstPort wished for `n1`, the next for `n2`; 0 for any
    public Nodes(NodeProgram program, Ports ports, Path run, int firstPort) {
        this.program = program;
        this.ports = ports;
        this.run = run;
        this.firstPort = firstPort;
    }

    /// Makes starts cheap, for whoever will see many: one node starts and ends, and leaves what its
    /// JVM learnt to the others. Takes half a minute, once for each build of the node; without it
    /// nodes start as well. To be called before there are any.
    ///
    /// @throws Refusal when it does not come up
    public void train() throws IOException {
        program.check();
        if (program.cache().isMade()) return;
        int port = ports.take(0);
        var life = life("n1", port, (who, at) -> program.training(who, at));
        var node = new Node("n1", port, Supervised.start("n1", life));
        awaitReady(node);
        node.process().stop(WRITTEN);
    }

    /// Starts nodes together and waits until all are ready.
    ///
    /// @throws Refusal when one does not come up
    public void start(int count) throws IOException {
        if (count > 0) program.check();
        var started = new ArrayList<Node>();
        for (int i = 0; i < count; i++) started.add(begin());
        started.forEach(this::awaitReady);
    }

    /// Starts one more.
    ///
    /// @throws Refusal when there are as many as there may be, or it does not come up
    public Node add() throws IOException {
        var node = begin();
        awaitReady(node);
        return node;
    }

    /// Where those that are up are asked, by their names.
    public synchronized Map<String, Integer> ports() {
        return nodes.stream().filter(Node::up).collect(Collectors.toMap(Node::name, Node::port));
    }

    private synchronized Node begin() throws IOException {
        if (nodes.size() == MOST) throw new Refusal("There are " + MOST + " nodes, which is most.");
        String name = "n" + (nodes.size() + 1);
        int port = ports.take(firstPort == 0 ? 0 : firstPort + nodes.size());
        var node =
                new Node(
                        name,
                        port,
                        Supervised.start(
                                name, life(name, port, (who, at) -> program.command(who, at))));
        nodes.add(node);
        return node;
    }

    private Supervised.Program life(String name, int port, Life life) {
        return new Supervised.Program() {
            @Override
            public Child start() throws IOException {
                var pidFile = new PidFile(run.resolve(name + ".pid"));
                return Child.start(name, life.command(name, port), pidFile);
            }

            @Override
            public boolean answers() {
                return Probe.status("http://127.0.0.1:" + port + "/health") == 200;
            }
        };
    }

    private interface Life {
        Command command(String node, int port) throws IOException;
    }

    private void awaitReady(Node node) {
        try {
            node.process().ready().orTimeout(READY.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Refusal refusal) throw refusal;
            throw new Refusal(
                    "Node %s does not come up: see %s."
                            .formatted(node.name(), program.logs().resolve(node.name() + ".log")));
        }
    }

    /// What is started now.
    public NodeProgram program() {
        return program;
    }

    /// What is started from now on, in place of nodes that end too.
    public void take(NodeProgram other) {
        program = other;
    }

    public synchronized List<Node> all() {
        return List.copyOf(nodes);
    }

    public Optional<Node> find(String name) {
        return all().stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /// Asks all to end, together, and waits for it.
    @Override
    public void close() {
        var threads = new ArrayList<Thread>();
        for (Node node : all())
            threads.add(Thread.ofPlatform().daemon().start(() -> node.process().stop(PATIENCE)));
        for (Thread thread : threads)
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
    }
}
