package games.drawbridge.bench.wire;

import static java.util.Collections.nCopies;

import io.netty.buffer.ByteBuf;
import java.util.function.Supplier;

/// A client of ours in a region: it looks at all of the map, like everybody else there. The first
/// [#MOVERS] have a base and a tile beside it, and send troops from one to the other and back.
public final class RegionVisit extends DrawbridgeVisit {
    /// Two tiles for each, on all the map.
    public static final int MOVERS = 160;

    /// Cells of the map; each is told by frames of its own.
    public static final int CELLS = 5;

    private static final int WIDTH = 8 * CELLS;
    private static final int HEIGHT = 8;

    /// Milliseconds that a march takes.
    private static final int PACE = 50;

    /// Marches in one direction: a base has 100 troops, one goes with each.
    private static final int THERE = 50;

    private static final byte[] LOOK =
            bytes(
                    "{\"look\":{\"x\":0,\"y\":0,\"width\":%d,\"height\":%d}}"
                            .formatted(WIDTH, HEIGHT));

    private final int base;
    private final boolean moves;
    private int before;
    private final Told told = new Told();

    /// @param n which of the players it is, from 0
    public RegionVisit(String node, String room, Supplier<String> ticket, int n) {
        super(node, room, ticket, true);
        base = 2 * n;
        moves = n < MOVERS;
    }

    /// The file of the region.
    public static String map() {
        String row = "\"" + ".".repeat(WIDTH) + "\"";
        return "{\"pace\":%d,\"rows\":[%s]}"
                .formatted(PACE, String.join(",", nCopies(HEIGHT, row)));
    }

    @Override
    public void hear(ByteBuf message, Client client) {
        super.hear(message, client);
        if (!isIn()) return;
        client.write(move(++before, LOOK));
        if (moves) {
            client.write(move(++before, bytes("{\"settle\":" + tile(base) + "}")));
            client.write(move(++before, bytes("{\"claim\":" + tile(base + 1) + "}")));
        }
        client.flush();
    }

    private static String tile(int n) {
        return "{\"x\":%d,\"y\":%d}".formatted(n % WIDTH, n / WIDTH);
    }

    /// Sends one of the troops, there or back.
    @Override
    public byte[] say(int number, byte[] saying) {
        boolean there = (number - 1) / THERE % 2 == 0;
        String march =
                "{\"march\":{\"from\":%s,\"to\":%s,\"troops\":1}}"
                        .formatted(tile(there ? base : base + 1), tile(there ? base + 1 : base));
        return move(before + number, bytes(march));
    }

    @Override
    public void overhear(ByteBuf message, Client client) {
        super.overhear(message, client);
        told.read(message);
    }

    public Told told() {
        return told;
    }
}
