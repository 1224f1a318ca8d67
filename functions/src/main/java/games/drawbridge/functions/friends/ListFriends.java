package games.drawbridge.functions.friends;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.friends.Bond;
import games.drawbridge.model.friends.FriendLimits;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The caller's friends, with where those are who show it, and the requests that wait.
@Route("GET /v1/friends")
public final class ListFriends extends Endpoint {
    private final Circle circle;

    ListFriends(Circle circle) {
        this.circle = circle;
    }

    /// @param online absent where the friend does not show it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Friend(
            PlayerId playerId,
            String name,
            Instant since,
            @Nullable Boolean online,
            @Nullable List<RoomId> rooms) {}

    private record Wish(PlayerId playerId, String name, Instant at) {}

    private record Answer(List<Friend> friends, List<Wish> asks, List<Wish> asked) {}

    @Override
    protected Reply answer(Request request) {
        var lines = circle.friends().of(request.player());
        var names = new HashMap<PlayerId, String>();
        for (int from = 0; from < lines.size(); from += FriendLimits.FRIENDS)
            names.putAll(
                    circle.profiles()
                            .names(
                                    lines.stream()
                                            .skip(from)
                                            .limit(FriendLimits.FRIENDS)
                                            .map(FriendTable.Line::other)
                                            .toList()));
        return Reply.ok(
                new Answer(
                        friends(lines, names),
                        wishes(lines, names, Bond.ASKS),
                        wishes(lines, names, Bond.ASKED)));
    }

    private List<Friend> friends(List<FriendTable.Line> lines, Map<PlayerId, String> names) {
        var ids =
                lines.stream()
                        .filter(line -> line.bond() == Bond.FRIENDS)
                        .map(FriendTable.Line::other)
                        .filter(names::containsKey)
                        .limit(FriendLimits.FRIENDS)
                        .toList();
        if (ids.isEmpty()) return List.of();
        var trip = circle.together().trip();
        var hiding = trip.with(() -> circle.friends().hidden(ids));
        var connected = trip.with(() -> circle.online().of(ids));
        trip.go();
        var hidden = hiding.get();
        var online = connected.get();
        return lines.stream()
                .filter(line -> ids.contains(line.other()))
                .map(line -> {
                    boolean shown = !hidden.contains(line.other());
                    return new Friend(
                            line.other(),
                            names.getOrDefault(line.other(), ""),
                            line.at(),
                            shown ? (Boolean) online.containsKey(line.other()) : null,
                            shown ? online.get(line.other()) : null);
                })
                .toList();
    }

    private static List<Wish> wishes(
            List<FriendTable.Line> lines, Map<PlayerId, String> names, Bond bond) {
        return lines.stream()
                .filter(line -> line.bond() == bond && names.containsKey(line.other()))
                .map(line ->
                        new Wish(line.other(), names.getOrDefault(line.other(), ""), line.at()))
                .toList();
    }
}
