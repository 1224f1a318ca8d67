package games.drawbridge.functions.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Page;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.title.Title;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Public rooms with a free seat: of one kind, or of each kind in turn; newest first.
@Route("GET /v1/rooms")
public final class ListRooms extends Endpoint {
    private final RoomTable rooms;

    public ListRooms() {
        this(Environment.system());
    }

    public ListRooms(Environment environment) {
        rooms = new RoomTable(new Aws(environment), InstantSource.system());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Listing(List<Room.Card> rooms, @Nullable String next) {}

    @Override
    protected Reply answer(Request request) {
        var kinds =
                request.query("kind")
                        .map(kind -> List.of(Kinds.made(kind).kind().name()))
                        .orElseGet(ListRooms::all);
        var page = request.page("rooms " + kinds);
        var read = read(kinds, page);
        return Reply.ok(new Listing(page.of(read), page.next(read, Position::of)));
    }

    private static List<String> all() {
        return Title.TITLE.made().stream().map(rules -> rules.kind().name()).toList();
    }

    private List<Room.Card> read(List<String> kinds, Page page) {
        var after = page.after() == null ? null : Position.card(page.after());
        int first = after == null ? 0 : kinds.indexOf(after.kind());
        var cards = new ArrayList<Room.Card>();
        for (String kind : kinds.subList(first, kinds.size())) {
            int wanted = page.toRead() - cards.size();
            if (wanted == 0) break;
            boolean here = after != null && kind.equals(after.kind());
            cards.addAll(rooms.open(kind, here ? after : null, wanted));
        }
        return cards;
    }

    /// A room's place in the list, as text: kind, time and id.
    private static final class Position {
        static String of(Room.Card card) {
            return card.kind() + " " + card.createdAt().toEpochMilli() + " " + card.room();
        }

        static Room.Card card(String position) {
            String[] parts = position.split(" ", 3);
            Instant createdAt = Instant.ofEpochMilli(Long.parseLong(parts[1]));
            return new Room.Card(
                    new RoomId(parts[2]), parts[0], Room.Status.OPEN, 0, 0, createdAt, null);
        }
    }
}
