package games.drawbridge.realtime;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// What a node must be told; application.properties names the environment variables.
@ConfigMapping(prefix = "node")
interface NodeConfig {
    /// Its slot behind the load balancer, as in `/rt/n1`.
    String id();

    /// Of the program.
    String version();

    String bind();

    int port();

    String roomsTable();

    /// What is on offer, to read.
    String marketTable();

    /// Where rooms' logs and snapshots go.
    String archiveBucket();

    /// Of S3, where it is not the region's own.
    Optional<URI> s3Endpoint();

    /// A snapshot every so many events of a room.
    int snapshotEvery();

    /// Shared with the join call; at least 32 characters. Never logged.
    String ticketKey();

    /// The game's own origin, as players see it.
    URI origin();

    /// Sockets at once that the machine is made for.
    int connections();

    /// An OpenTelemetry collector, where some joins are traced.
    Optional<URI> otlpEndpoint();

    /// How many of a thousand.
    int traceShare();

    /// That browsers may come from.
    Set<String> origins();
}
