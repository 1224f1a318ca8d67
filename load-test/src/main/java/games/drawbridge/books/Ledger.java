package games.drawbridge.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.realtime.storage.Row;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The Wallets table as an auditor reads it: all of it, and without trusting who wrote it.
public final class Ledger {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRANSACTION = "TRANSACTION#";
    private static final String PLAYER = "player:";

    private final List<Row> rows;

    /// What a room gave somebody.
    ///
    /// @param source the room, seq and position that it came from
    public record Prize(String source, String player, long amount) {}

    private Ledger(List<Row> rows) {
        this.rows = rows;
    }

    /// Reads the table as it is.
    public static Ledger of(DynamoDbClient client, String table) {
        return new Ledger(
                client
                        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                        .items()
                        .stream()
                        .map(Row::new)
                        .toList());
    }

    public List<Prize> prizes() {
        var prizes = new ArrayList<Prize>();
        for (var row : rows)
            if (pk(row).startsWith(TRANSACTION) && row.text("reason").equals("prize"))
                for (JsonNode leg : legs(row))
                    if (leg.get("account").asText().startsWith(PLAYER))
                        prizes.add(
                                new Prize(
                                        pk(row).substring(TRANSACTION.length()),
                                        leg.get("account").asText().substring(PLAYER.length()),
                                        leg.get("amount").asLong()));
        return prizes;
    }

    public List<Prize> prizesOf(String room) {
        return prizes().stream().filter(prize -> prize.source().startsWith(room + "#")).toList();
    }

    /// Every transaction by its name, with what it moved.
    public Map<String, String> transactions() {
        var all = new TreeMap<String, String>();
        for (var row : rows)
            if (pk(row).startsWith(TRANSACTION)) all.put(pk(row), row.text("legs"));
        return all;
    }

    /// Everything that does not add up, as sentences: transactions that do not sum to zero per
    /// unit, and balances that are not the sum of their entries.
    public List<String> faults() {
        var faults = new ArrayList<String>();
        var balances = new HashMap<String, Long>();
        var entries = new HashMap<String, Long>();
        for (var row : rows) {
            var sk = row.text("sk");
            if (pk(row).startsWith(TRANSACTION)) {
                var sums = new HashMap<String, Long>();
                for (JsonNode leg : legs(row))
                    sums.merge(leg.get("unit").asText(), leg.get("amount").asLong(), Long::sum);
                sums.forEach((unit, sum) -> {
                    if (sum != 0) faults.add(pk(row) + " makes " + sum + " " + unit);
                });
            } else if (sk.startsWith("BALANCE#")) {
                balances.put(pk(row) + " " + sk.substring(8), row.number("balance"));
                if (row.has("debt"))
                    balances.put(pk(row) + " debt:" + sk.substring(8), row.number("debt"));
            } else if (sk.startsWith("ENTRY#")) {
                entries.merge(pk(row) + " " + row.text("unit"), row.number("amount"), Long::sum);
            }
        }
        balances.forEach((wallet, balance) -> {
            if (!balance.equals(entries.getOrDefault(wallet, 0L)))
                faults.add(wallet + " is " + balance + ", its entries " + entries.get(wallet));
        });
        entries.forEach((wallet, sum) -> {
            if (!balances.containsKey(wallet) && sum != 0)
                faults.add(wallet + " has no balance, its entries " + sum);
        });
        return faults;
    }

    private static String pk(Row row) {
        return row.text("pk");
    }

    private static JsonNode legs(Row row) {
        try {
            return JSON.readTree(row.text("legs"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
