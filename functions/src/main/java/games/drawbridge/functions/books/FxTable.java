package games.drawbridge.functions.books;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.Rate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What currencies were to the euro. A rate that was wrong stays; the one that was added last
/// counts.
public final class FxTable {
    private static final String DAY = "DAY#";

    private final DynamoDbClient dynamo;
    private final String table;

    public FxTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PURCHASES_TABLE");
    }

    /// The rates that count, of the days of a month.
    List<Rate> of(YearMonth month) {
        var newest = new TreeMap<String, Rate>();
        var rows =
                dynamo.queryPaginator(read ->
                        read.tableName(table)
                                .applyMutation(Row.range(pk(month), DAY))
                                .consistentRead(true));
        for (var item : rows.items()) {
            var rate = rate(Row.of(item));
            newest.put(rate.day() + "#" + rate.currency(), rate);
        }
        return List.copyOf(newest.values());
    }

    /// Adds those that say something new.
    ///
    /// @return how many
    int add(List<Rate> rates, Instant at) {
        int added = 0;
        var months = rates.stream().map(rate -> YearMonth.from(rate.day())).distinct().toList();
        var known = new ArrayList<Rate>();
        months.forEach(month -> known.addAll(of(month)));
        for (var rate : rates) {
            if (known.stream().anyMatch(it -> same(it, rate))) continue;
            var row = row(rate, at);
            dynamo.putItem(put -> put.tableName(table).item(row.values()));
            added++;
        }
        return added;
    }

    private static boolean same(Rate one, Rate other) {
        return one.currency().equals(other.currency())
                && one.day().equals(other.day())
                && one.perEuro().compareTo(other.perEuro()) == 0
                && one.source().equals(other.source());
    }

    private static Row row(Rate rate, Instant at) {
        String sk = "%s%s#%s#%013d".formatted(DAY, rate.day(), rate.currency(), at.toEpochMilli());
        return Row.key(pk(YearMonth.from(rate.day())), sk)
                .with("currency", rate.currency().code())
                .with("rateDay", rate.day().toString())
                .with("perEuro", rate.perEuro().toPlainString())
                .with("source", rate.source());
    }

    private static Rate rate(Row row) {
        return new Rate(
                new Currency(row.text("currency")),
                LocalDate.parse(row.text("rateDay")),
                new BigDecimal(row.text("perEuro")),
                row.text("source"));
    }

    private static String pk(YearMonth month) {
        return "FX#" + month;
    }
}
