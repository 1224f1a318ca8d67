package games.drawbridge.model.title;

import games.drawbridge.model.events.Expedition;
import games.drawbridge.model.events.Expedition.Prize;
import games.drawbridge.model.events.Round;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.Optional;

/// The events of this title. A new expedition is one line here.
public final class TitleEvents {
    private static final Unit GOLD = new Unit("gold");

    public static final List<Expedition> EXPEDITIONS =
            List.of(
                    new Expedition(
                            "conquest",
                            "Clan conquest",
                            FourInARow.BOARD,
                            4,
                            List.of(
                                    new Prize(GOLD, 100),
                                    new Prize(GOLD, 50),
                                    new Prize(GOLD, 20))));

    /// The round of an id, whichever expedition's it is.
    public static Optional<Round> round(String id) {
        return EXPEDITIONS.stream()
                .flatMap(expedition -> Round.named(expedition, id).stream())
                .findFirst();
    }

    private TitleEvents() {}
}
