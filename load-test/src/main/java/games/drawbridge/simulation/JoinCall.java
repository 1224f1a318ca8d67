package games.drawbridge.simulation;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.title.Title;
import games.drawbridge.model.wire.Ticket;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.simulation.Service.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// What `POST /v1/rooms/{room}/join` does: leads to the room's owner, and gives a room whose owner
/// is dead another one; at once when a player comes again, the owner does not answer, and the
/// room's log has the fence.
final class JoinCall {
    private static final long PROBES = 600;
    private static final int TRIES = 5;

    private final RoomRows rows;
    private final NodeRows nodes;
    private final Service table;
    private final Network network;
    private final Life life;
    private final Function<Ticket, String> tickets;

    /// @param life of the functions: they are always there
    /// @param tickets signs them
    JoinCall(
            RoomRows rows,
            NodeRows nodes,
            Service table,
            Network network,
            Life life,
            Function<Ticket, String> tickets) {
        this.rows = rows;
        this.nodes = nodes;
        this.table = table;
        this.network = network;
        this.life = life;
        this.tickets = tickets;
    }

    /// The ticket's text; nothing when the room is over. Fails as a call fails.
    CompletableFuture<Optional<String>> join(RoomId room, PlayerId player) {
        return table.ask(life, () -> rows.isOver(room))
                .thenCompose(over ->
                        over
                                ? CompletableFuture.completedFuture(Optional.empty())
                                : table.ask(life, () -> rows.head(room))
                                        .thenCompose(head -> owned(head, player))
                                        .thenApply(head -> Optional.of(ticket(head, player))));
    }

    private String ticket(Placement head, PlayerId player) {
        return tickets.apply(
                new Ticket(player, head.room(), head.node(), head.generation(), head.epoch()));
    }

    private CompletableFuture<Placement> owned(Placement head, PlayerId player) {
        var room = head.room();
        return table.ask(life, () -> rows.sat(room, player))
                .thenCombine(
                        table.ask(life, nodes::alive),
                        (sat, alive) -> {
                            boolean came = sat || head.maker().equals(player);
                            if (!came || !isFenced(head) || !isAmong(head, alive))
                                return placed(head, 0);
                            if (network.answers(head.node(), head.generation())) return done(head);
                            return later().thenCompose(_ -> early(head));
                        })
                .thenCompose(it -> it);
    }

    private CompletableFuture<Void> later() {
        var over = new CompletableFuture<Void>();
        life.after(Duration.ofMillis(PROBES), () -> over.complete(null));
        return over;
    }

    private CompletableFuture<Placement> early(Placement head) {
        return table.ask(life, nodes::beating)
                .thenCompose(beating -> {
                    var others =
                            beating.stream().filter(it -> !it.node().equals(head.node())).toList();
                    var best = best(head, others);
                    return best.isEmpty() ? done(head) : moved(head, best.getFirst(), 0);
                });
    }

    private CompletableFuture<Placement> placed(Placement head, int tries) {
        return table.ask(life, nodes::alive)
                .thenCompose(alive -> {
                    if (isAmong(head, alive)) return done(head);
                    var best = best(head, alive);
                    return best.isEmpty()
                            ? CompletableFuture.failedFuture(new Refusal("no node"))
                            : moved(head, best.getFirst(), tries);
                });
    }

    private CompletableFuture<Placement> moved(Placement head, Candidate to, int tries) {
        var next = head.next(to);
        return table.ask(life, () -> rows.move(head.epoch(), next))
                .thenCompose(moved -> {
                    if (moved) return done(next);
                    if (tries == TRIES) return CompletableFuture.failedFuture(new Refusal("lost"));
                    return table.ask(life, () -> rows.head(head.room()))
                            .thenCompose(now -> placed(now, tries + 1));
                });
    }

    private static CompletableFuture<Placement> done(Placement head) {
        return CompletableFuture.completedFuture(head);
    }

    private static boolean isAmong(Placement head, List<Candidate> alive) {
        return alive.stream()
                .anyMatch(it ->
                        it.node().equals(head.node()) && it.generation().equals(head.generation()));
    }

    private static List<Candidate> best(Placement head, List<Candidate> alive) {
        return Candidate.best(head.room(), head.kind(), 1, alive);
    }

    private static boolean isFenced(Placement head) {
        var rules = Title.TITLE.rules(head.kind()).orElseThrow();
        return rules.terms(head.settings()).ack() != AckLevel.MEMORY;
    }
}
