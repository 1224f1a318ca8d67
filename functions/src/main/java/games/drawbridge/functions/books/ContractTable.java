package games.drawbridge.functions.books;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.finance.Contract;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What affiliates were promised. A contract that is changed is added again; the last one counts.
public final class ContractTable {
    private static final String CONTRACTS = "CONTRACTS";
    private static final String AFFILIATE = "AFFILIATE#";

    private final DynamoDbClient dynamo;
    private final String table;

    public ContractTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PURCHASES_TABLE");
    }

    /// Those that count.
    public List<Contract> all() {
        var newest = new TreeMap<String, Contract>();
        var rows =
                dynamo.queryPaginator(read ->
                        read.tableName(table)
                                .applyMutation(Row.range(CONTRACTS, AFFILIATE))
                                .consistentRead(true));
        for (var item : rows.items()) {
            var contract = contract(Row.of(item));
            newest.put(contract.affiliate() + "#" + contract.from(), contract);
        }
        return List.copyOf(newest.values());
    }

    public void add(Contract contract, Instant at) {
        String sk =
                "%s%s#%s#%013d"
                        .formatted(
                                AFFILIATE,
                                contract.affiliate(),
                                contract.from(),
                                at.toEpochMilli());
        var row =
                Row.key(CONTRACTS, sk)
                        .with("promised", contract.affiliate())
                        .with("from", contract.from().toString())
                        .with("share", contract.share())
                        .with("minimum", contract.minimum());
        dynamo.putItem(put -> put.tableName(table).item(row.values()));
    }

    private static Contract contract(Row row) {
        return new Contract(
                row.text("promised"),
                YearMonth.parse(row.text("from")),
                (int) row.number("share"),
                row.number("minimum"));
    }
}
