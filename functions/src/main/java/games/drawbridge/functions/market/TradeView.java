package games.drawbridge.functions.market;

import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.market.Trade;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A trade as its two players see it.
record TradeView(
        OfferId id,
        PlayerId proposer,
        PlayerId other,
        List<Line> give,
        List<Line> want,
        Instant at,
        Instant expires) {

    record Line(Unit unit, long amount) {}

    static TradeView of(Trade trade) {
        return new TradeView(
                trade.id(),
                trade.proposer(),
                trade.other(),
                lines(trade.give()),
                lines(trade.want()),
                trade.at(),
                trade.expires());
    }

    private static List<Line> lines(Map<Unit, Long> side) {
        return side.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(line -> line.unit().value()))
                .toList();
    }
}
