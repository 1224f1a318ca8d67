package games.drawbridge.functions.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue;
import games.drawbridge.model.store.Delivery;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What support gives, or takes when the amount is negative.
///
/// @param kind of goods, or `currency`
/// @param instance which piece of a unique good is taken
@JsonInclude(JsonInclude.Include.NON_NULL)
record Gift(String kind, String id, @Nullable String instance, long amount) {

    static Gift of(Fields body) {
        long amount = body.whole("amount", -AdminLimits.GRANT, AdminLimits.GRANT);
        if (amount == 0) throw body.bad("amount", "more or less than 0");
        return new Gift(
                body.text("kind", 1, AdminLimits.WORD),
                body.text("id", 1, AdminLimits.GOOD),
                body.optionalText("instance", 1, AdminLimits.WORD).orElse(null),
                amount);
    }

    /// Only what the catalogue knows is given: a slip of the pen would make a currency of its own.
    /// Anything is taken that is there.
    Transaction transaction(String id, PlayerId player, Catalogue catalogue) {
        var wallet = Account.of(player);
        if (amount < 0)
            return new Transaction(
                    id, "support", Transaction.move(wallet, Account.SUPPORT, unit(), -amount));
        if (instance != null || !catalogue.knows(unit()))
            throw Problem.badInput("kind and id must be a currency or good of the catalogue");
        var grant = new Catalogue.Grant(kind, this.id, amount);
        var delivery = Delivery.of(id, Account.SUPPORT, wallet, List.of(grant), catalogue);
        if (delivery.legs().size() > Transaction.MOST_LEGS)
            throw Problem.badInput("amount must be less: each piece is unique");
        return new Transaction(id, "support", delivery.legs(), false, delivery.made());
    }

    private Unit unit() {
        try {
            var unit = kind.equals("currency") ? new Unit(id) : Unit.good(kind, id);
            if (!unit.isMoney() && !unit.isDebt())
                return instance == null ? unit : unit.instance(instance);
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Problem.badInput("kind and id must name a currency or good");
    }
}
