package games.drawbridge.functions.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import redis.embedded.RedisServer;

/// A real Redis as a child process, one for all tests of this JVM.
public final class Redis {
    public static final String URL = start();

    private Redis() {}

    private static String start() {
        int port = DynamoDb.freePort();
        try {
            var server =
                    RedisServer.newRedisServer()
                            .port(port)
                            .bind("127.0.0.1")
                            .setting("save \"\"")
                            .build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return "redis://127.0.0.1:" + port;
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
