package games.drawbridge.functions.friends;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.friends.Bond;
import games.drawbridge.model.friends.FriendLimits;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.Optional;

/// Asks a player to be friends: `{playerId}`; if that one has asked, they are.
@Route(value = "POST /v1/friends", rate = 200, burst = 400)
public final class AskFriend extends Endpoint {
    private final Circle circle;

    AskFriend(Circle circle) {
        this.circle = circle;
    }

    private record Answer(PlayerId playerId, Bond bond) {}

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var body = request.body().fields();
        var other =
                body.parsed("playerId", body.text("playerId", 1, 64), PlayerId::new, "a player id");
        if (other.equals(player)) throw body.bad("playerId", "another player's");
        var trip = circle.together().trip();
        var profile = trip.with(() -> circle.profiles().find(other));
        var blocked = trip.with(() -> circle.blocks().has(other, player));
        var blocks = trip.with(() -> circle.blocks().has(player, other));
        trip.go();
        if (profile.get().isEmpty()) throw Problem.notFound("no such player");
        if (blocked.get() || blocks.get())
            throw new Problem(403, "blocked", "one of the two has blocked the other");
        var bond = circle.attempts().until(() -> wished(player, other));
        return Reply.ok(new Answer(other, bond));
    }

    /// Empty when the other one was faster.
    private Optional<Bond> wished(PlayerId player, PlayerId other) {
        var lines = circle.friends().of(player);
        var bond = Circle.between(lines, other);
        int friends = count(lines, Bond.FRIENDS);
        var now = circle.clock().instant();
        return switch (bond.wish(friends, count(lines, Bond.ASKED))) {
            case SO_ALREADY -> Optional.of(bond);
            case TOO_MANY_FRIENDS ->
                    throw new Problem(422, "too-many-friends", "no more than these");
            case TOO_MANY_REQUESTS ->
                    throw new Problem(422, "too-many-requests", "that many wait already");
            case ASKS ->
                    circle.friends().ask(player, other, now)
                            ? Optional.of(Bond.ASKED)
                            : Optional.empty();
            case FRIENDS -> {
                if (count(circle.friends().of(other), Bond.FRIENDS) >= FriendLimits.FRIENDS)
                    throw new Problem(422, "too-many-friends", "the other one has that many");
                yield circle.friends().accept(player, other, now)
                        ? Optional.of(Bond.FRIENDS)
                        : Optional.empty();
            }
        };
    }

    private static int count(List<FriendTable.Line> lines, Bond bond) {
        return (int) lines.stream().filter(line -> line.bond() == bond).count();
    }
}
