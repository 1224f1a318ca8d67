package games.drawbridge.evening.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.evening.Notes;
import games.drawbridge.evening.judge.Evidence.Clan;
import games.drawbridge.evening.judge.Evidence.Entry;
import games.drawbridge.evening.judge.Evidence.Log;
import games.drawbridge.evening.judge.Evidence.Offer;
import games.drawbridge.evening.judge.Evidence.Purse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A short evening of ann and bob that kept every promise, and for each promise what it looks like
/// when it was broken.
class JudgeTest {
    private static final String NORTH = "region:north";
    private static final String LOBBY = "lobby:duel";
    private static final String HALL = "clan:wolves";

    private final Map<String, List<String>> logs = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> balances = new HashMap<>();
    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final Map<String, Offer> offers = new HashMap<>();
    private final List<Clan> clans = new ArrayList<>();
    private final Notes ann = new Notes("ann");
    private final Notes bob = new Notes("bob");
    private List<String> seats = List.of("ann", "bob");

    JudgeTest() {
        map();
        lobby();
        hall();
        market();
        for (var bot : List.of(ann, bob))
            for (var room : List.of(NORTH, LOBBY, HALL, "m1", "m2")) bot.entered(room, 0);
    }

    private void map() {
        log(
                NORTH,
                "ann 1 {'settled':{'player':'ann','x':1,'y':1}}",
                "bob 1 {'settled':{'player':'bob','x':3,'y':1}}",
                "ann 2 {'claimed':{'player':'ann','x':2,'y':1,'gold':20}}",
                "bob 2 {'marched':{'march':MARCH}}",
                "- - {'arrived':{'march':MARCH,'tile':{'owner':'bob','troops':60}}}");
        ann.applied(NORTH, 1, 1, json("{'settle':{'x':1,'y':1}}"));
        ann.applied(NORTH, 2, 3, json("{'claim':{'x':2,'y':1}}"));
        bob.applied(NORTH, 1, 2, json("{'settle':{'x':3,'y':1}}"));
        var march = "{'march':{'from':{'x':3,'y':1},'to':{'x':2,'y':1},'troops':60}}";
        bob.applied(NORTH, 2, 4, json(march));
        sees(json("{'owner':'bob','troops':60}"));
    }

    private void sees(String middle) {
        ann.sees(
                new Notes.View(
                        NORTH,
                        Set.of("0:0"),
                        Map.of(
                                "1:1", json("{'owner':'ann','troops':100,'base':true}"),
                                "2:1", middle,
                                "3:1", json("{'owner':'bob','troops':40,'base':true}"),
                                "5:5", json("{'gold':10}"))));
    }

    private void lobby() {
        log(
                LOBBY,
                "ann 1 {'queued':{'party':{'leader':'ann'}}}",
                "bob 1 {'queued':{'party':{'leader':'bob'}}}",
                "- - {'offered':{'offer':OFFER1}}",
                "ann 2 {'accepted':{'offer':1,'player':'ann'}}",
                "bob 2 {'accepted':{'offer':1,'player':'bob'}}",
                "bob 2 {'begun':{'offer':1,'room':'m1'}}",
                "- - {'offered':{'offer':OFFER2}}",
                "ann 3 {'accepted':{'offer':2,'player':'ann'}}",
                "bob 3 {'accepted':{'offer':2,'player':'bob'}}",
                "bob 3 {'begun':{'offer':2,'room':'m2'}}");
        ann.applied(LOBBY, 2, 4, json("{'accept':{'offer':1}}"));
        bob.applied(LOBBY, 2, 5, json("{'accept':{'offer':1}}"));
        var played = "ann 1 {'dropped':{'column':3,'row':0,'disc':'red'}}";
        log("m1", played, "bob 1 {'over':{'winner':'ann','why':'resigned'}}");
        log("m2", "ann 1 {'over':{'winner':'bob','why':'resigned'}}");
        ann.applied("m1", 1, 1, json("{'drop':3}"));
        bob.applied("m1", 1, 2, json("{'resign':true}"));
    }

    private void hall() {
        log(HALL, "ann 1 {'asked':{'text':'Wood'}}", "bob 1 {'helped':{'wish':1}}");
        ann.applied(HALL, 1, 1, json("{'ask':{'text':'Wood'}}"));
        bob.applied(HALL, 1, 2, json("{'help':{'wish':1}}"));
        ann.clan("wolves");
        bob.clan("wolves");
        clans.add(new Clan("wolves", List.of("ann", "bob")));
    }

    private void market() {
        entry("ann", "support#1", "support", "gold", 100);
        entry("bob", "support#2", "support", "gold", 100);
        entry("ann", "order#1", "order", "item:disc", 3);
        entry("ann", NORTH + "#3#0", "prize", "gold", 20);
        entry("ann", HALL + "#2#0", "prize", "gold", 1);
        entry("ann", "m1#2#0", "prize", "gold", 10);
        entry("bob", "m2#1#0", "prize", "gold", 10);
        entry("ann", "offer#a", "market-offer", "item:disc", -2);
        entry("bob", "sale#a", "market-sale", "item:disc", 2);
        entry("bob", "sale#a", "market-sale", "gold", -30);
        entry("ann", "sale#a", "market-sale", "gold", 28);
        entry("ann", "offer#b", "market-offer", "item:disc", -1);
        entry("bob", "trade#c", "trade", "gold", -5);
        entry("ann", "trade#c", "trade", "gold", 5);
        offers.put("a", new Offer("a", "ann", "item:disc", 2, 30, "sold"));
        offers.put("b", new Offer("b", "ann", "item:disc", 1, 9, "open"));
        ann.booked("offer#a");
        bob.booked("sale#a");
        ann.booked("trade#c");
        bob.refused("sale#b");
    }

    // ---- how it is written down ----

    /// Each line is who did it, their move's id, and the event.
    private void log(String room, String... events) {
        logs.put(room, new ArrayList<>(List.of(events)));
    }

    private static String json(String text) {
        return text.replace('\'', '"')
                .replace(
                        "MARCH",
                        json2(
                                "{'id':1,'by':'bob','from':{'x':3,'y':1},'to':{'x':2,'y':1},'troops':60}"))
                .replace("OFFER1", offer(1))
                .replace("OFFER2", offer(2));
    }

    private static String offer(int id) {
        return json2(
                "{'id':"
                        + id
                        + ",'match':{'teams':[[{'members':[{'player':'ann'}]}],"
                        + "[{'members':[{'player':'bob'}]}]]}}");
    }

    private static String json2(String text) {
        return text.replace('\'', '"');
    }

    private void entry(String player, String transaction, String reason, String unit, long amount) {
        entries.computeIfAbsent(player, _ -> new ArrayList<>())
                .add(new Entry(transaction, reason, unit, amount));
        balances.computeIfAbsent(player, _ -> new HashMap<>()).merge(unit, amount, Long::sum);
    }

    private void take(String transaction) {
        entries.forEach((player, lines) ->
                lines.removeIf(line -> {
                    boolean gone = line.transaction().equals(transaction);
                    if (gone) balances.get(player).merge(line.unit(), -line.amount(), Long::sum);
                    return gone;
                }));
    }

    private List<Fault> faults() {
        var all = new HashMap<String, Log>();
        logs.forEach((room, lines) -> {
            var events = IntStream.range(0, lines.size()).mapToObj(i -> event(room, lines, i));
            boolean over = room.startsWith("m") && lines.getLast().contains("over");
            var players = room.startsWith("m") ? seats : List.<String>of();
            all.put(room, new Log(room, events.toList(), over, players));
        });
        var purses = new HashMap<String, Purse>();
        for (var player : List.of("ann", "bob"))
            purses.put(player, new Purse(player, balances.get(player), entries.get(player)));
        return Judge.faults(new Evidence(List.of(ann, bob), all, purses, offers, clans));
    }

    /// All of a room happens at one moment, and the second match a moment later.
    private static JsonNode event(String room, List<String> lines, int i) {
        var parts = lines.get(i).split(" ", 3);
        int at = room.equals("m2") || (room.equals(LOBBY) && i > 5) ? 2_000 : 1_000;
        var stamp = "{'seq':%d,'epoch':1,'at':%d,".formatted(i + 1, at);
        if (!parts[0].equals("-")) stamp += "'by':'%s','id':%s,".formatted(parts[0], parts[1]);
        return Json.read(json(stamp + "'body':" + parts[2] + "}"));
    }

    // ---- what is found ----

    @Test
    void aGoodEveningKeepsEveryPromise() {
        assertThat(faults()).isEmpty();
    }

    /// In the log of a room, one event instead of another.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # promise | room         | at | what stands there instead
                    TILES     | region:north | 1  | bob 1 {'settled':{'player':'bob','x':1,'y':1}}
                    TILES     | region:north | 1  | ann 7 {'settled':{'player':'ann','x':3,'y':1}}
                    TILES     | region:north | 2  | ann 2 {'claimed':{'player':'ann','x':3,'y':1,'gold':20}}
                    TILES     | region:north | 2  | ann 2 {'claimed':{'player':'ann','x':7,'y':7,'gold':20}}
                    TILES     | region:north | 4  | - - {'arrived':{'march':MARCH,'tile':{'owner':'ann'}}}
                    TILES     | region:north | 4  | bob 2 {'marched':{'march':MARCH}}
                    TRADE     | region:north | 2  | ann 2 {'claimed':{'player':'ann','x':2,'y':1,'gold':90}}
                    TRADE     | m1           | 1  | bob 1 {'over':{'winner':'bob','why':'resigned'}}
                    CLANS     | clan:wolves  | 1  | ann 9 {'helped':{'wish':1}}
                    SEATS     | lobby:duel   | 5  | - - {'offered':{'offer':OFFER2}}
                    SEATS     | lobby:duel   | 4  | ann 9 {'accepted':{'offer':1,'player':'ann'}}
                    SEATS     | lobby:duel   | 9  | bob 3 {'begun':{'offer':1,'room':'m2'}}
                    SEATS     | lobby:duel   | 9  | bob 3 {'begun':{'offer':2,'room':'m1'}}
                    SEATS     | lobby:duel   | 9  | bob 3 {'begun':{'offer':2,'room':'m3'}}
                    SEATS     | m1           | 0  | eve 1 {'dropped':{'column':3,'row':0,'disc':'red'}}
                    MATCHES   | m1           | 1  | bob 1 {'dropped':{'column':1,'row':0,'disc':'yellow'}}
                    MOVES     | m1           | 0  | ann 1 {'dropped':{'column':4,'row':0,'disc':'red'}}
                    MOVES     | m1           | 0  | ann 2 {'dropped':{'column':3,'row':0,'disc':'red'}}
                    MOVES     | m1           | 0  | bob 1 {'dropped':{'column':3,'row':0,'disc':'red'}}
                    MOVES     | clan:wolves  | 0  | ann 1 {'asked':{'text':'Gold'}}
                    """)
    void whatALogMustNotSay(Promise promise, String room, int at, String instead) {
        logs.get(room).set(at, instead);
        assertThat(faults()).extracting(Fault::promise).contains(promise);
    }

    @Test
    void whatIsSeenMustBeWhatIsThere() {
        sees(json("{'owner':'ann'}"));
        assertThat(faults()).extracting(Fault::promise).containsExactly(Promise.TILES);
    }

    @Test
    void whatCrossesABorderDoesSoOnce() {
        var march = "{'march':{'id':7,'by':'bob','to':{'x':1,'y':1},'troops':10}";
        var entered = "- - {'entered':" + march + "}}";
        var departed = "- - {'departed':" + march + "}}";
        var arrived = "- - {'arrived':" + march + ",'tile':{'owner':'bob','troops':10}}}";
        log("region:south", entered, departed);
        assertThat(faults()).isEmpty();
        log("region:south", entered, arrived);
        assertThat(faults()).as("from nowhere").extracting(Fault::promise).contains(Promise.TILES);
        log("region:south", entered, departed, entered, departed, departed);
        assertThat(faults()).as("twice").extracting(Fault::promise).contains(Promise.TILES);
    }

    @Test
    void aMoveThatStandsThereTwiceIsDoubled() {
        logs.get(HALL).add("ann 1 {'asked':{'text':'Wood'}}");
        assertThat(faults()).extracting(Fault::promise).containsExactly(Promise.MOVES);
    }

    @Test
    void aNewSeatCountsItsMovesAnew() {
        ann.entered(HALL, 900);
        ann.applied(HALL, 1, 3, json("{'ask':{'text':'Wood'}}"));
        logs.get(HALL).add("ann 1 {'asked':{'text':'Wood'}}");
        assertThat(faults()).as("said before the new seat").hasSize(1);
    }

    /// A line of the ledger that has gone, or one that should not be there.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # gone,           player, new,      reason,      unit,      amount
                    sale#a,           bob,    sale#a,   market-sale, item:disc, 2
                    sale#a,           -,      -,        -,           -,         0
                    -,                bob,    sale#a,   market-sale, item:disc, 2
                    -,                bob,    sale#b,   market-sale, item:disc, 1
                    -,                ann,    return#b, market-return, item:disc, 1
                    -,                ann,    trade#c,  trade,       gold,      1
                    trade#c,          -,      -,        -,           -,         0
                    offer#b,          -,      -,        -,           -,         0
                    m1#2#0,           -,      -,        -,           -,         0
                    -,                ann,    m1#2#0,   prize,       gold,      10
                    -,                bob,    m1#9#0,   prize,       gold,      10
                    """)
    void whatALedgerMustNotSay(
            String gone,
            String player,
            String transaction,
            String reason,
            String unit,
            long amount) {
        if (gone != null) take(gone);
        if (player != null) entry(player, transaction, reason, unit, amount);
        assertThat(faults()).extracting(Fault::promise).containsOnly(Promise.TRADE).isNotEmpty();
    }

    @Test
    void aBalanceIsTheSumOfItsEntries() {
        balances.get("ann").merge("gold", 1L, Long::sum);
        assertThat(faults()).hasSize(2).extracting(Fault::promise).containsOnly(Promise.TRADE);
    }

    @Test
    void aClanHasAHundredMembersAndNobodyTwice() {
        var many = new ArrayList<>(List.of("ann", "bob"));
        for (int i = 0; i < 99; i++) many.add("other-" + i);
        clans.set(0, new Clan("wolves", many));
        assertThat(faults()).extracting(Fault::promise).containsExactly(Promise.CLANS);
        clans.set(0, new Clan("wolves", List.of("ann", "bob", "bob")));
        assertThat(faults()).extracting(Fault::promise).containsExactly(Promise.CLANS);
        clans.set(0, new Clan("wolves", List.of("ann")));
        assertThat(faults()).as("told bob that he is in").hasSize(1);
    }

    @Test
    void aMatchHasTheSeatsThatWereReserved() {
        seats = List.of("ann", "eve");
        assertThat(faults()).hasSize(2).extracting(Fault::promise).containsOnly(Promise.SEATS);
    }

    @Test
    void whatABotMustNeverBeToldIsAFault() {
        ann.fault("was told that something is lost");
        assertThat(faults()).extracting(Fault::promise).containsExactly(Promise.BOTS);
    }
}
