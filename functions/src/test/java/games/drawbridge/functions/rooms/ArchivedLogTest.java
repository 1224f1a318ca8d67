package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A log is the same to its reader wherever it lies: thirty events, of which bob sat down after the
/// tenth and cat after the twentieth.
class ArchivedLogTest {
    private static final int HEAD = 30;
    private static final Logs logs = new Logs();

    private final Archives archives = new Archives(logs.world);

    /// Where the log of a room lies.
    private enum Home {
        LIVE,
        DURABLE,
        LIVE_AND_SEGMENTS,
        DURABLE_AND_SEGMENTS,
        SEGMENTS,
        WHOLE,
        WHOLE_OF_PARTS
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ?limit=500,            1, 30, ann 0 bob 10 cat 20
                    ?limit=10,             1, 10, ann 0
                    ?after=9&limit=1,     10, 10,
                    ?after=10&limit=1,    11, 11, bob 10
                    ?after=8&limit=4,      9, 12, bob 10
                    ?after=9&limit=2,     10, 11, bob 10
                    ?after=10&limit=10,   11, 20, bob 10
                    ?after=19&limit=2,    20, 21, cat 20
                    ?after=20,            21, 30, cat 20
                    ?after=29,            30, 30,
                    ?after=30,            31, 30,
                    ?after=99,           100, 99,
                    """)
    void aPageIsTheSameFromEveryHome(String query, int first, int last, String seats) {
        for (var home : Home.values()) {
            var page = logs.read(room(home), "ann", query);
            var expected = IntStream.rangeClosed(first, last).boxed().toList();
            assertThat(Logs.seqs(page)).as(home.name()).isEqualTo(expected);
            assertThat(seats(page)).as(home.name()).isEqualTo(seats == null ? "" : seats);
            assertThat(page.at("/head").asInt()).as(home.name()).isEqualTo(HEAD);
            assertThat(page.at("/over").asBoolean())
                    .as(home.name())
                    .isEqualTo(home.name().startsWith("WHOLE"));
        }
    }

    @Test
    void aPageReadsOnlyTheSegmentsItIsOf() {
        String room = room(Home.SEGMENTS);
        int before = logs.world.objectReads();
        logs.read(room, "ann", "?after=12&limit=5");
        assertThat(logs.world.objectReads() - before).isEqualTo(1);
        logs.read(room, "ann", "?after=17&limit=5");
        assertThat(logs.world.objectReads() - before).as("the middle one is known").isEqualTo(2);
    }

    @Test
    void aLongLiveLogIsReadFromTheMiddle() {
        String room = logs.room("{\"kind\":\"relay\"}");
        logs.append(room, 1, 0, List.of());
        logs.append(room, 1, 1, List.of(Logs.opened("relay")));
        for (int n = 1; n <= 900; n++) {
            int epoch = 1 + (n - 1) / 300;
            if (n % 300 == 1 && n > 1) logs.append(room, epoch, 0, List.of());
            logs.append(room, epoch, 1 + n, List.of(Logs.moved(n, n, "" + n)));
        }
        for (int after : List.of(0, 1, 299, 300, 301, 555, 600, 899))
            assertThat(Logs.seqs(logs.read(room, "ann", "?limit=3&after=" + after)))
                    .isEqualTo(
                            IntStream.rangeClosed(after + 1, Math.min(after + 3, 900))
                                    .boxed()
                                    .toList());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    SEGMENTS, flipped, 503 archive-corrupt
                    SEGMENTS, missing, 503 no-archive
                    WHOLE,    flipped, 503 archive-corrupt
                    WHOLE,    missing, 503 no-archive
                    """)
    void whatIsDamagedIsNeverTold(Home home, String damage, String outcome) {
        String room = room(home);
        String key =
                home == Home.WHOLE
                        ? "rooms/" + room + "/log.jsonl.gz"
                        : "rooms/%s/segments/%012d-1-10.jsonl.gz".formatted(room, 10);
        if (damage.equals("missing")) logs.world.forgetArchived(key);
        else logs.world.archive(key, Archives.pack(batches().subList(0, 3)));
        var answer = logs.read(room, "ann", "");
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.log()).as("an operator hears of it").hasSize(1);
    }

    @Test
    void whatIsAwayInTheMiddleIsNotLeftOut() {
        String room = logs.room("{\"kind\":\"relay\"}");
        archives.segment(room, 1, 10, 1, 10, batches().subList(0, 11));
        live(room, batches().subList(15, 31));
        assertThat(logs.read(room, "ann", "").outcome()).isEqualTo("503 log-gap");
        assertThat(logs.read(room, "ann", "?limit=10").status()).isEqualTo(200);
    }

    /// Redis lost the barrier that shut the first owner out, who wrote 2 and 3 once more.
    @Test
    void whatAnOwnerWroteTooLateIsNotTold() {
        String room = logs.room("{\"kind\":\"relay\"}");
        logs.append(room, 1, 0, List.of());
        logs.append(room, 1, 1, List.of(Logs.opened("relay")));
        for (int seq = 1; seq <= 3; seq++)
            logs.append(room, 1, 1 + seq, List.of(Logs.moved(seq, seq, "\"early\"")));
        logs.append(room, 2, 0, List.of());
        logs.append(room, 2, 1, List.of(Logs.moved(2, 2, "\"late\"")));
        var page = logs.read(room, "ann", "");
        assertThat(Logs.seqs(page)).containsExactly(1, 2);
        assertThat(page.at("/events/1/body").asText()).isEqualTo("late");
        assertThat(page.at("/head").asInt()).isEqualTo(2);
    }

    /// The archiver is at work while the log is read.
    @Test
    void whatMovesMeanwhileIsReadAgain() {
        String room = room(Home.LIVE_AND_SEGMENTS);
        logs.world.beforeNextObjectRead(() -> {
            archives.segment(room, 21, 30, 3, 10, batches().subList(21, 31));
            logs.trim(room);
        });
        assertThat(Logs.seqs(logs.read(room, "ann", ""))).hasSize(HEAD);
        String over = room(Home.SEGMENTS);
        logs.world.beforeNextObjectRead(() -> {
            archives.whole(over, HEAD, Archives.pack(batches()));
            logs.world.forgetArchived("rooms/%s/segments/%012d-1-10.jsonl.gz".formatted(over, 10));
        });
        var log = logs.read(over, "ann", "");
        assertThat(Logs.seqs(log)).hasSize(HEAD);
        assertThat(log.at("/over").asBoolean()).isTrue();
    }

    @Test
    void aFinishedRoomNeedsNoLiveLog() {
        var dark = World.open("redis://127.0.0.1:1");
        new games.drawbridge.functions.testkit.Nodes(dark).alive("n1", 0, 0);
        var rows = new RoomRows(dark);
        String room = rows.create("relay");
        rows.sat(room, "ann");
        new Archives(dark).whole(room, HEAD, Archives.pack(batches()));
        var log = dark.get("/v1/rooms/" + room + "/log").as("ann").send();
        assertThat(Logs.seqs(log)).hasSize(HEAD);
    }

    private static String seats(Got page) {
        var seats = new ArrayList<String>();
        page.at("/seats")
                .forEach(seat ->
                        seats.add(seat.get("player").asText() + " " + seat.get("seq").asInt()));
        return String.join(" ", seats);
    }

    private String room(Home home) {
        boolean durable = home.name().startsWith("DURABLE");
        String room =
                logs.room(
                        durable
                                ? "{\"kind\":\"relay\",\"settings\":{\"ack\":\"durable\"}}"
                                : "{\"kind\":\"relay\"}");
        var all = batches();
        switch (home) {
            case LIVE -> live(room, all);
            case DURABLE -> durable(room, all, 0);
            case LIVE_AND_SEGMENTS -> {
                // what the archiver has not cut away yet is left over
                live(room, all.subList(13, 31));
                archives.segment(room, 1, 10, 1, 10, all.subList(0, 11));
                archives.segment(room, 11, 20, 2, 10, all.subList(11, 21));
            }
            case DURABLE_AND_SEGMENTS -> {
                durable(room, all.subList(13, 31), 13);
                archives.segment(room, 1, 10, 1, 10, all.subList(0, 11));
                archives.segment(room, 11, 20, 2, 10, all.subList(11, 21));
            }
            case SEGMENTS -> {
                archives.segment(room, 1, 10, 1, 10, all.subList(0, 11));
                archives.segment(room, 11, 20, 2, 10, all.subList(11, 21));
                archives.segment(room, 21, 30, 3, 10, all.subList(21, 31));
            }
            case WHOLE -> archives.whole(room, HEAD, Archives.pack(all));
            case WHOLE_OF_PARTS -> {
                var parts = new ByteArrayOutputStream();
                parts.writeBytes(Archives.pack(all.subList(0, 11)));
                parts.writeBytes(Archives.pack(all.subList(11, 31)));
                archives.whole(room, HEAD, parts.toByteArray());
            }
        }
        return room;
    }

    private static void live(String room, List<String> batches) {
        batches.forEach(batch -> logs.append(room, batch));
    }

    private static void durable(String room, List<String> batches, int first) {
        for (int n = 0; n < batches.size(); n++)
            logs.world
                    .tables()
                    .put(
                            "Rooms",
                            Map.of(
                                    "pk", AttributeValue.fromS("LOG#" + room),
                                    "sk", AttributeValue.fromS("%012d".formatted(first + n)),
                                    "epoch", AttributeValue.fromN("1"),
                                    "batch", AttributeValue.fromS(batches.get(n))));
    }

    /// Three owners, each with a barrier or an opening and ten events; who sits down does it in a
    /// batch of the event before.
    private static List<String> batches() {
        var batches =
                new ArrayList<String>(List.of(Logs.batch(1, 0, List.of(Logs.opened("relay")))));
        for (int seq = 1; seq <= HEAD; seq++) {
            int epoch = 1 + (seq - 1) / 10;
            var entries = new ArrayList<Object>();
            if (seq == 11) entries.add(sat("bob", 10));
            if (seq == 21) entries.add(sat("cat", 20));
            entries.add(Logs.moved(seq, seq, "" + seq));
            batches.add(Logs.batch(epoch, 1 + (seq - 1) % 10, entries));
        }
        return batches;
    }

    private static Entry<Json> sat(String player, long seq) {
        var cause = new Cause.Sat(new games.drawbridge.model.player.PlayerId(player));
        return new Entry<>(
                cause, Logs.START.toEpochMilli() + seq, seq, List.of(), List.of(), false);
    }
}
