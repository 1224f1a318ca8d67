package games.drawbridge.it;

import games.drawbridge.bots.Api;
import games.drawbridge.local.Progress;
import games.drawbridge.local.World;
import games.drawbridge.local.WorldOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;

/// The one world that all tests share: started by the first that asks for it, on free ports and
/// with data of its own, and stopped with the JVM.
final class TheWorld {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final World WORLD = start();

    private TheWorld() {}

    private static World start() {
        try {
            var folder = Files.createDirectories(Path.of("target/world"));
            var options = WorldOptions.inFolder(CHECKOUT, Files.createTempDirectory(folder, "w"));
            var world = World.start(options, Progress.SILENT);
            Runtime.getRuntime().addShutdownHook(new Thread(world::close));
            return world;
        } catch (Exception e) {
            throw new IllegalStateException("the world did not start", e);
        }
    }

    static World world() {
        return WORLD;
    }

    static URI origin() {
        return URI.create(WORLD.endpoints().game());
    }

    static Api api() {
        return new Api(HTTP, origin());
    }
}
