package games.drawbridge.cdk.cost;

import static games.drawbridge.cdk.cost.Prices.*;

import java.util.List;

/// The same load on what else a studio might build.
final class Others {
    /// Messages a month, in millions, after which API Gateway's are cheaper.
    private static final double DEAR = 1_000;

    /// What a function costs that is run for one message: 256 MB for 10 ms, and its request.
    private static final double FUNCTION = FUNCTION_MILLION + 0.03 + 0.37;

    /// Players of one Nakama node on a c7g.large.
    private static final double NAKAMA_HOLDS = 8_000;

    private Others() {}

    /// API Gateway's WebSocket: each message in and out is paid for, and so is each minute.
    static Bill serverlessSockets(Load load) {
        double messages = load.megaMoves() + load.megaHeard();
        double paid =
                Math.min(messages, DEAR) * SOCKET_MILLION
                        + Math.max(0, messages - DEAR) * SOCKET_MILLION_MORE;
        double minutes = load.players() * MEGASECONDS / 60;
        return new Bill(
                "All serverless, WebSocket of API Gateway",
                List.of(
                        used("API Gateway", "minutes of sockets", minutes * SOCKET_MILLION_MINUTES),
                        used("API Gateway", "%.0f million messages".formatted(messages), paid),
                        used("Lambda", "one for each move", load.megaMoves() * FUNCTION),
                        used(
                                "DynamoDB",
                                "one write a move",
                                load.megaMoves() * TABLE_MILLION_WRITES),
                        used(
                                "Internet",
                                "%.0f GB".formatted(load.gigabytes()),
                                0.09 * load.gigabytes()),
                        used(
                                "API Gateway, Lambda",
                                "HTTP calls",
                                load.megaCalls() * (CALL_MILLION + FUNCTION_MILLION + 0.33))));
    }

    /// Nakama on EC2 with a database of two machines. Its licence for a cluster is not in it: the
    /// price is not public, and matches end with their node all the same.
    static Bill nakama(Load load) {
        double nodes = Math.max(2, Math.floor(load.players() / NAKAMA_HOLDS) + 1);
        double units = Math.max(load.players() / CONNECTIONS_A_UNIT, load.gigabytes() / HOURS);
        return new Bill(
                "Nakama cluster, without its licence",
                List.of(
                        new Item(
                                "EC2",
                                "%.0f c7g.large".formatted(nodes),
                                true,
                                nodes * MACHINE_HOUR * HOURS),
                        new Item("RDS", "two machines", true, DATABASE_MONTH),
                        new Item("Load balancer", "the hours", true, BALANCER_HOUR * HOURS),
                        used(
                                "Load balancer",
                                "connections and bytes",
                                units * BALANCER_UNIT_HOUR * HOURS),
                        used(
                                "Internet",
                                "%.0f GB".formatted(load.gigabytes()),
                                0.09 * load.gigabytes())));
    }

    private static Item used(String service, String what, double dollars) {
        return new Item(service, what, false, dollars);
    }
}
