package games.drawbridge.model.store;

import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Instance;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import java.util.ArrayList;
import java.util.List;

/// Grants on their way to a player: what is unique becomes instances, the rest is stacked.
public record Delivery(List<Leg> legs, List<Instance> made) {
    public Delivery {
        legs = List.copyOf(legs);
        made = List.copyOf(made);
    }

    /// @param transaction the id of the one that delivers it; the same id makes the same instances
    public static Delivery of(
            String transaction,
            Account from,
            Account to,
            List<Catalogue.Grant> grants,
            Catalogue catalogue) {
        var legs = new ArrayList<Leg>();
        var made = new ArrayList<Instance>();
        for (var grant : grants) {
            var unique = catalogue.good(grant.unit()).filter(Good::unique);
            if (unique.isEmpty())
                legs.addAll(Transaction.move(from, to, grant.unit(), grant.amount()));
            else
                for (int n = 0; n < grant.amount(); n++) {
                    var id = Fingerprint.of(transaction + "\n" + grant.unit() + "\n" + n).id();
                    var unit = grant.unit().instance(id);
                    made.add(new Instance(unit, unique.get().attributes()));
                    legs.addAll(Transaction.move(from, to, unit, 1));
                }
        }
        return new Delivery(legs, made);
    }
}
