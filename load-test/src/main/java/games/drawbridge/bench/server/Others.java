package games.drawbridge.bench.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.bench.wire.ColyseusVisit;
import games.drawbridge.bench.wire.PlainVisit;
import games.drawbridge.bench.wire.SocketIoVisit;
import games.drawbridge.bench.wire.Visit;
import games.drawbridge.bots.Api;
import games.drawbridge.local.process.Child;
import games.drawbridge.local.process.Command;
import games.drawbridge.local.process.Tool;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Everybody but us: the raw relay, and servers from npm.
public final class Others {
    /// Megabytes of heap of a JVM, the same for all.
    static final int HEAP = 1_024;

    private final Programs programs;
    private final Path contestants;

    /// @param contestants the folder with the npm servers
    public Others(Programs programs, Path contestants) {
        this.programs = programs;
        this.contestants = contestants;
    }

    /// A visit to a server on that port.
    private interface Door {
        Visit visit(int port, int room, int seats);
    }

    /// The raw Netty relay.
    public Contestant floor() {
        return contestant(
                "floor",
                "raw Netty relay, one flush per socket and turn",
                (_, room, _) -> new PlainVisit(room),
                this::floorCommand);
    }

    private Command floorCommand(int port) {
        var path = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        var words = new ArrayList<>(Cores.ofServer());
        words.addAll(
                Command.java(
                        HEAP,
                        List.of(),
                        Arrays.stream(path).map(it -> Path.of(it).toAbsolutePath()).toList(),
                        List.of(FloorRelay.class.getName(), Integer.toString(port))));
        return new Command(words, Map.of(), contestants, programs.log("floor"));
    }

    /// The servers from npm, where their packages are installed; none of them elsewhere.
    public List<Contestant> npm() {
        if (Tool.find("node").isEmpty() || !Files.exists(contestants.resolve("node_modules")))
            return List.of();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return List.of(
                npm("ws", "ws", (_, room, _) -> new PlainVisit(room)),
                npm("socket.io", "socket.io", (_, room, _) -> new SocketIoVisit(room)),
                npm(
                        "colyseus",
                        "@colyseus/core",
                        (port, room, seats) -> matched(http, port, room, seats)));
    }

    /// What a Colyseus client does before it opens its socket.
    private static Visit matched(HttpClient http, int port, int room, int seats) {
        var api = new Api(http, URI.create("http://127.0.0.1:" + port));
        var wish = "{\"table\":\"r%d\",\"seats\":%d}".formatted(room, seats);
        var seat = api.post("/matchmake/joinOrCreate/relay", null, wish).ok();
        return new ColyseusVisit(
                "/%s/%s?sessionId=%s"
                        .formatted(
                                seat.get("processId").asText(),
                                seat.get("roomId").asText(),
                                seat.get("sessionId").asText()));
    }

    private Contestant npm(String name, String module, Door door) {
        return contestant(
                name,
                module + " " + version(module),
                door,
                port -> {
                    var words = new ArrayList<>(Cores.ofServer());
                    words.addAll(List.of("node", name + ".js"));
                    var told = Map.of("PORT", Integer.toString(port), "NODE_ENV", "production");
                    return new Command(words, told, contestants, programs.log(name));
                });
    }

    private String version(String module) {
        var file = contestants.resolve("node_modules").resolve(module).resolve("package.json");
        try {
            return new ObjectMapper().readTree(file.toFile()).path("version").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Words {
        Command on(int port);
    }

    private Contestant contestant(String name, String what, Door door, Words words) {
        return new Contestant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String what() {
                return what;
            }

            @Override
            public Running start() throws IOException {
                int port = programs.port();
                var child = programs.start(name, words.on(port), port);
                return new Started(port, child, door);
            }
        };
    }

    private record Started(int port, Child child, Door door) implements Running {
        @Override
        public Proc process() {
            return new Proc(child.pid());
        }

        @Override
        public Visit visit(int room, int seat, int seats) {
            return door.visit(port, room, seats);
        }

        @Override
        public void close() {
            Programs.stop(child);
        }
    }
}
