package games.drawbridge.functions.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// The way to the realtime nodes, up to their health.
public final class RealtimeDoor implements AutoCloseable {
    private final Map<String, Integer> health = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    public RealtimeDoor() {
        try {
            var port = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(port, 64);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// @param status with which the node answers from now on, instead of 200; 0: never
    public void answers(String node, int status) {
        health.put(node, status);
    }

    /// Which nodes were asked so far.
    public Iterable<String> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            if (path.length != 4 || !path[1].equals("rt") || !path[3].equals("health")) return;
            asked.add(path[2]);
            int status = health.getOrDefault(path[2], 200);
            if (status == 0) closed.await();
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
