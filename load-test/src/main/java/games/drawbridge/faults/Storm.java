package games.drawbridge.faults;

import games.drawbridge.faults.load.Load;
import games.drawbridge.faults.load.Manner;
import games.drawbridge.faults.load.Mix;
import games.drawbridge.faults.load.Player;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.local.process.Signal;
import games.drawbridge.model.room.AckLevel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Many players who lose their sockets at the same moment and all want to come back.
final class Storm {
    /// Milliseconds from the cut to the player's `joined`.
    private static final String BACK = "back ms";

    /// Milliseconds that answers took in other rooms meanwhile.
    private static final String OTHERS = "others' answers ms";

    /// Players of a room.
    private static final int SEATS = 16;

    /// Seconds after which somebody who is not back is a violation.
    private static final int PATIENCE = 120;

    /// They sit there; only the end of a socket wakes them.
    private static final Manner SITTING = Manner.IDLE.patience(Duration.ofSeconds(10));

    private static final Mix OTHER_ROOMS = new Mix(0, 2, 2, 0, 2, 0, Manner.LIVELY);

    private final int sockets;

    private Storm(int sockets) {
        this.sockets = sockets;
    }

    static List<Scenario> all(int sockets) {
        var storm = new Storm(sockets);
        return List.of(
                storm.scenario(
                        "storm", "%d sockets are cut at once".formatted(sockets), storm::cut),
                storm.scenario(
                        "storm-kill",
                        "a node is killed while %d sockets are open".formatted(sockets),
                        storm::kill));
    }

    private Scenario scenario(String name, String what, Scenario.Act act) {
        return new Scenario(
                        name,
                        what,
                        1,
                        0,
                        act,
                        Goal.percentile(BACK, 99, 10_000),
                        Goal.percentile(BACK, 100, 20_000))
                .with(OTHER_ROOMS);
    }

    private Load crowd(Round round) {
        int rooms = Math.max(1, sockets / SEATS);
        var mix = Mix.only(AckLevel.LIVE, rooms, SEATS, SITTING);
        return round.more(round.stage().straight(), mix, "crowd");
    }

    private void cut(Round round) {
        var crowd = crowd(round);
        long fault = round.mark("every socket is cut");
        crowd.players().forEach(Player::cut);
        awaitBack(round, crowd.players(), fault);
    }

    private void kill(Round round) throws Exception {
        var crowd = crowd(round);
        var counts =
                crowd.players().stream()
                        .collect(Collectors.groupingBy(Player::node, Collectors.counting()));
        var name = counts.entrySet().stream().max(Comparator.comparing(it -> it.getValue()));
        var node = round.stage().node(name.orElseThrow().getKey());
        var hit = crowd.players().stream().filter(it -> it.node().equals(node.name())).toList();
        long fault = round.mark("kill -9 " + node.name());
        node.process().send(Signal.KILL);
        awaitBack(round, hit, fault);
    }

    private static void awaitBack(Round round, List<Player> players, long fault) {
        Waiting.became(PATIENCE, () -> players.stream().allMatch(it -> it.joinedAt() > fault));
        for (var player : players)
            if (player.joinedAt() > fault)
                round.figures().samples(BACK).add((player.joinedAt() - fault) / Round.MILLI);
            else round.figures().violation(player.id() + " was not back in " + PATIENCE + " s");
        round.all(OTHERS, round.tables(_ -> true), fault, System.nanoTime());
    }
}
