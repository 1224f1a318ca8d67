package games.drawbridge.it;

import static games.drawbridge.it.TheWorld.api;

import java.util.List;
import java.util.stream.StreamSupport;

/// The world's nodes, as whoever sends them signals sees them.
final class Fleet {
    private static final List<String> ALL = List.of("n1", "n2");

    private Fleet() {}

    /// @param signal `KILL`, `STOP`, `CONT` or `TERM`
    static void signal(String node, String signal) {
        api().post("/_local/nodes/" + node, null, "{\"signal\":\"%s\"}".formatted(signal)).ok();
    }

    /// Lets those go on who were stopped.
    static void wake() {
        for (String node : ALL) signal(node, "CONT");
        isWell();
    }

    /// Waits for those who were killed, and for whoever was slow.
    static void isWell() {
        Await.until(() -> states().equals(List.of("ok", "ok")));
    }

    private static List<String> states() {
        var nodes = api().get("/_local", null).ok().get("nodes");
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get("state").asText())
                .toList();
    }
}
