package games.drawbridge.functions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// All rows of the Wallets table, and what must always hold of them.
public record Ledger(List<Map<String, AttributeValue>> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Ledger of(World world) {
        return new Ledger(world.tables().rows("Wallets"));
    }

    /// Every transaction sums to zero, has exactly its entries, and the entries make the balances.
    public void holds() {
        var fromEntries = new TreeMap<String, Long>();
        var entries = new HashMap<String, Long>();
        var fromTransactions = new HashMap<String, Long>();
        for (var row : rows) {
            String sk = row.get("sk").s();
            if (sk.startsWith("ENTRY#")) {
                String unit = row.get("unit").s();
                long amount = Long.parseLong(row.get("amount").n());
                fromEntries.merge(row.get("pk").s() + " " + unit, amount, Long::sum);
                String transaction = row.get("transaction").s();
                entries.put(transaction + " " + row.get("pk").s() + " " + unit, amount);
            }
            if (row.get("pk").s().startsWith("TRANSACTION#")) fromTransactions.putAll(legs(row));
        }
        assertThat(entries)
                .as("entries, as the transactions have them")
                .isEqualTo(fromTransactions);
        fromEntries.values().removeIf(sum -> sum == 0);
        var balances = balances();
        balances.values().removeIf(balance -> balance == 0);
        assertThat(balances).as("balances, as the entries make them").isEqualTo(fromEntries);
        assertThat(balances.values()).allMatch(balance -> balance >= 0);
        assertThat(balances.keySet())
                .as("who owes holds nothing")
                .noneMatch(key -> balances.getOrDefault(owed(key), 0L) > 0);
    }

    private static Map<String, Long> legs(Map<String, AttributeValue> row) {
        String id = row.get("pk").s().substring("TRANSACTION#".length());
        var wallets = new HashMap<String, Long>();
        var sums = new HashMap<String, Long>();
        try {
            for (var leg : JSON.readTree(row.get("legs").s())) {
                String account = leg.get("account").asText();
                String unit = leg.get("unit").asText();
                long amount = leg.get("amount").asLong();
                sums.merge(unit, amount, Long::sum);
                if (account.startsWith("player:"))
                    wallets.put(id + " WALLET#" + account.substring(7) + " " + unit, amount);
            }
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
        assertThat(sums.values()).as("sums of %s", id).allMatch(sum -> sum == 0);
        return wallets;
    }

    private static boolean isDebt(String key) {
        return key.contains(" debt:");
    }

    /// The balance that is zero while the debt of this key is not.
    private static String owed(String key) {
        return isDebt(key) ? key.replace(" debt:", " ") : "";
    }

    /// By wallet and unit: `WALLET#ann gold`, and `WALLET#ann debt:gold` where something is owed.
    public Map<String, Long> balances() {
        var balances = new TreeMap<String, Long>();
        for (var row : rows) {
            if (!row.get("sk").s().startsWith("BALANCE#")) continue;
            String unit = row.get("sk").s().substring("BALANCE#".length());
            balances.put(row.get("pk").s() + " " + unit, Long.parseLong(row.get("balance").n()));
            if (row.containsKey("debt"))
                balances.put(
                        row.get("pk").s() + " debt:" + unit, Long.parseLong(row.get("debt").n()));
        }
        return balances;
    }

    public long balance(String player, String unit) {
        return balances().getOrDefault("WALLET#" + player + " " + unit, 0L);
    }

    public long transactions() {
        return rows.stream().filter(row -> row.get("pk").s().startsWith("TRANSACTION#")).count();
    }
}
