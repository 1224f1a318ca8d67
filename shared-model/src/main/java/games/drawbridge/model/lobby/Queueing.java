package games.drawbridge.model.lobby;

import static games.drawbridge.model.room.Decision.accept;
import static games.drawbridge.model.room.Decision.deny;

import games.drawbridge.model.lobby.Lobby.Event;
import games.drawbridge.model.lobby.Lobby.Followed;
import games.drawbridge.model.lobby.Lobby.Queue;
import games.drawbridge.model.lobby.Lobby.Queued;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a player comes into the queue, and with whom.
final class Queueing {
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{0," + LobbyLimits.NAME + "}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private Queueing() {}

    static Decision<Event> follow(
            LobbyState state, PlayerId player, @Nullable PlayerId leader, Turn turn) {
        if (state.isQueued(player)) return deny("queued-already");
        if (leader == null) return accept(new Followed(player, null));
        if (leader.equals(player) || !turn.seats().contains(leader)) return deny("nobody-there");
        return accept(new Followed(player, leader));
    }

    static Decision<Event> queue(LobbyState state, Queue queue, Turn turn) {
        var player = turn.player();
        if (state.follows().has(player.value())) return deny("your-leader-queues");
        if (!isWord(queue.region()) || !isWord(queue.role())) return deny("no-such-word");
        var latency = queue.latency() == null ? Map.<String, Integer>of() : queue.latency();
        if (!isMeasured(latency)) return deny("no-such-latency");
        var given = queue.attributes() == null ? Map.<String, String>of() : queue.attributes();
        if (!isOf(state.mode(), given)) return deny("no-such-attribute");
        var members = members(state, player, queue.role(), turn);
        if (members.size() > state.mode().size()) return deny("party-too-large");
        for (var member : members)
            if (state.isQueued(member.player())) return deny("queued-already");
        var skill = together(members.stream().map(it -> state.skill(it.player())).toList());
        return accept(
                new Queued(
                        new Party(
                                player,
                                members,
                                skill.points(),
                                queue.region(),
                                turn.at().toEpochMilli(),
                                skill.margin(),
                                latency,
                                given)));
    }

    private static List<Party.Member> members(
            LobbyState state, PlayerId player, @Nullable String role, Turn turn) {
        var members = new ArrayList<>(List.of(new Party.Member(player, role)));
        var seats = Set.copyOf(turn.seats());
        for (var follower : state.followers(player))
            if (seats.contains(follower)) members.add(new Party.Member(follower, null));
        return members;
    }

    /// A party plays as well as its members do in the middle.
    private static Skill together(List<Skill> skills) {
        double points = skills.stream().mapToInt(Skill::points).average().orElseThrow();
        double variance =
                skills.stream()
                        .mapToDouble(it -> (double) it.margin() * it.margin())
                        .average()
                        .orElseThrow();
        return new Skill((int) Math.round(points), (int) Math.round(Math.sqrt(variance)));
    }

    private static boolean isWord(@Nullable String word) {
        return word == null || WORD.matcher(word).matches();
    }

    private static boolean isMeasured(Map<String, Integer> latency) {
        return latency.size() <= LobbyLimits.REGIONS
                && latency.entrySet().stream()
                        .allMatch(it ->
                                WORD.matcher(it.getKey()).matches()
                                        && it.getValue() != null
                                        && it.getValue() >= 0
                                        && it.getValue() <= LobbyLimits.FARTHEST);
    }

    /// Whether these are the attributes that the mode compares, all of them.
    private static boolean isOf(Mode mode, Map<String, String> given) {
        return given.keySet().equals(Set.copyOf(mode.equal()))
                && given.values().stream()
                        .allMatch(it -> it != null && VALUE.matcher(it).matches());
    }
}
