package games.drawbridge.realtime;

import io.smallrye.config.ConfigMapping;
import java.util.Set;

/// What a node must be told; application.properties names the environment variables.
@ConfigMapping(prefix = "node")
interface NodeConfig {
    /// Its slot behind the load balancer, as in `/rt/n1`.
    String id();

    String bind();

    int port();

    String roomsTable();

    /// Shared with the join call; at least 32 characters. Never logged.
    String ticketKey();

    /// Sockets at once that the machine is made for.
    int connections();

    /// That browsers may come from.
    Set<String> origins();
}
