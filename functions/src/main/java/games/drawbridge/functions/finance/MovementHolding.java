package games.drawbridge.functions.finance;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.player.PlayerId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A player's movements of money. The law wants the books whole: merging and forgetting leave the
/// rows as they are, and of a player who is forgotten the id in them leads to nobody.
public final class MovementHolding implements Holding {
    private final MovementTable movements;
    private final FormerTable formers;

    public MovementHolding(Aws aws) {
        movements = new MovementTable(aws);
        formers = new FormerTable(aws);
    }

    @Override
    public String name() {
        return "movements";
    }

    @Override
    public Object export(PlayerId player) {
        return Stream.concat(Stream.of(player), formers.of(player).stream())
                .flatMap(each -> movements.of(each).stream())
                .map(MovementHolding::told)
                .toList();
    }

    private static Map<String, String> told(Movement movement) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : Column.values()) {
            var value = column.of(movement);
            if (value != null) cells.put(column.word(), value.toString());
        }
        return cells;
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        formers.of(from).forEach(former -> formers.add(into, former));
        formers.add(into, from);
        formers.forget(from);
    }

    @Override
    public void erase(PlayerId player) {
        formers.forget(player);
    }
}
