package games.drawbridge.evening.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Holds evidence against every promise.
public final class Judge {
    private Judge() {}

    /// Everything that breaks a promise; empty on a good evening.
    public static List<Fault> faults(Evidence evidence) {
        var faults = new ArrayList<Fault>();
        BiConsumer<Promise, BiConsumer<Evidence, Consumer<String>>> held =
                (promise, check) ->
                        check.accept(evidence, what -> faults.add(new Fault(promise, what)));
        held.accept(Promise.TILES, Tiles::check);
        held.accept(Promise.TRADE, Books::check);
        held.accept(Promise.TRADE, Prizes::check);
        held.accept(Promise.CLANS, Clans::check);
        held.accept(Promise.SEATS, Matches::seats);
        held.accept(Promise.MATCHES, Matches::oneAtATime);
        held.accept(Promise.MOVES, Moves::check);
        for (var bot : evidence.notes())
            bot.faults()
                    .forEach(it -> faults.add(new Fault(Promise.BOTS, bot.player() + " " + it)));
        return faults;
    }
}
