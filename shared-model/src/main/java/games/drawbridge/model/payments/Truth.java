package games.drawbridge.model.payments;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a provider says of one payment when it is asked.
///
/// @param sku what was paid for
/// @param player who paid, where the provider knows it
/// @param actions all that it has done, and none that it only means to do
public record Truth(String sku, int quantity, @Nullable PlayerId player, List<Action> actions) {
    private static final Comparator<Action> ORDER =
            Comparator.comparing(Action::at).thenComparing(Action::kind).thenComparing(Action::key);

    /// @throws IllegalArgumentException when money moves in two currencies
    public Truth {
        actions = actions.stream().sorted(ORDER).toList();
        var currencies =
                actions.stream()
                        .filter(each -> each.kind().moves())
                        .map(each -> each.money().currency())
                        .distinct()
                        .toList();
        if (currencies.size() > 1) throw new IllegalArgumentException("currencies: " + currencies);
    }

    Optional<Money> charge() {
        return actions.stream()
                .filter(each -> each.kind() == Action.Kind.CHARGE)
                .map(Action::money)
                .findFirst();
    }
}
