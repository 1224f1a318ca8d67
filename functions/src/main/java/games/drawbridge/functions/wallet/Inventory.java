package games.drawbridge.functions.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.model.wallet.Instance;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The goods of a wallet as they are shown: a line for each stack, and one for each piece of what
/// is unique.
public final class Inventory {
    private final InstanceTable instances;

    public Inventory(Aws aws) {
        instances = new InstanceTable(aws);
    }

    /// @param instance which piece of a unique good it is
    /// @param attributes what this piece has
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Line(
            String kind,
            String id,
            long amount,
            @Nullable String instance,
            Map<String, String> attributes) {}

    public List<Line> of(List<Balance> balances) {
        var goods =
                balances.stream().filter(it -> !it.unit().isCurrency() && it.amount() > 0).toList();
        var unique =
                goods.stream()
                        .map(Balance::unit)
                        .filter(unit -> unit.instance().isPresent())
                        .toList();
        var known = instances.of(unique);
        return goods.stream().map(good -> line(good, known)).toList();
    }

    private static Line line(Balance good, Map<Unit, Instance> known) {
        var unit = good.unit();
        var instance = known.get(unit);
        return new Line(
                unit.kind(),
                unit.id(),
                good.amount(),
                unit.instance().orElse(null),
                instance == null ? Map.of() : instance.attributes());
    }
}
