package games.drawbridge.functions.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A wallet as it is shown: its currencies, and what its player owes, goods included.
///
/// @param debts left out where there are none
public record WalletView(
        Map<String, Long> balances,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> debts) {

    public static WalletView of(List<Balance> balances) {
        var held = new TreeMap<String, Long>();
        var owed = new TreeMap<String, Long>();
        for (var each : balances) {
            if (each.owed() > 0) owed.put(each.unit().value(), each.owed());
            else if (each.unit().isCurrency()) held.put(each.unit().value(), each.amount());
        }
        return new WalletView(held, owed);
    }
}
