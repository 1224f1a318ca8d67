package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What docs/finance.md tells scripts to do: the SQL is run by DuckDB itself, and what the AWS CLI
/// would ask is asked by the SDK. The CLI's commands themselves are run against a local world.
class FinancePageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private final Books books = new Books();
    private final String page = page();

    @TempDir private Path folder;

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/finance.md"));
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Test
    void theSqlOfThePageRuns() throws IOException, SQLException {
        books.rate("USD", "2026-09-30", "1.15");
        books.rate("USD", "2026-10-02", "1.20");
        var charge = books.charge("1", "EUR", 1_200, "blog", "2026-09-30T20:00:00Z");
        books.charge("2", "JPY", 600, null, "2026-10-03T12:00:00Z");
        books.charge("3", "KWD", 1_500, null, "2026-10-03T12:00:00Z");
        books.refund(charge, "2026-10-05T12:00:00Z");
        books.closed("2026-09");
        books.closed("2026-10");
        copy();
        export();
        assertThat(SQL.matcher(page).results().map(found -> rows(found.group(1))))
                .containsExactly(
                        List.of("DE EUR 1 -12.0 -2.0", "DE JPY 1 600.0 100.0", "DE KWD 1 1.5 0.25"),
                        List.of("0 4"),
                        List.of("2026-09 refund EUR -12.0"),
                        List.of("EUR 0", "JPY 350", "KWD 875"));
    }

    private void copy() throws IOException {
        for (var object : books.world.objects("BooksBucket").entrySet()) {
            var file = folder.resolve(object.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, object.getValue());
        }
    }

    /// The table as DynamoDB exports it: first all, and later what has changed, which here
    /// overlaps.
    private void export() throws IOException {
        var rows = books.world.tables().rows("Purchases");
        export("01-full", "Item", rows.subList(0, rows.size() - 3));
        export("02-incremental", "NewImage", rows.subList(rows.size() - 6, rows.size()));
    }

    private void export(String id, String image, List<Map<String, AttributeValue>> rows)
            throws IOException {
        var file = folder.resolve("AWSDynamoDB/" + id + "/data/x.json.gz");
        Files.createDirectories(file.getParent());
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (var row : rows) {
                var item = new HashMap<String, Object>();
                row.forEach((name, value) -> item.put(name, typed(value)));
                out.write((JSON.writeValueAsString(Map.of(image, item)) + "\n").getBytes(UTF_8));
            }
        }
    }

    private static Map<String, Object> typed(AttributeValue value) {
        if (value.s() != null) return Map.of("S", value.s());
        return value.n() != null ? Map.of("N", value.n()) : Map.of("BOOL", value.bool());
    }

    private List<String> rows(String sql) {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql.replace("BOOKS", folder.toString()))) {
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int n = 1; n <= result.getMetaData().getColumnCount(); n++)
                    row.add(String.valueOf(result.getObject(n)));
                rows.add(String.join(" ", row));
            }
            return rows;
        } catch (SQLException wrong) {
            throw new IllegalStateException(sql, wrong);
        }
    }

    @Test
    void theQueriesOfThePageFindRows() throws IOException {
        var charge = books.charge("1", "EUR", 1_200, null, "2026-09-30T20:00:00Z");
        books.refund(charge, "2026-10-05T12:00:00Z");
        var found = new ArrayList<Integer>();
        for (String command : page.replace("\\\n", " ").split("aws dynamodb query")) {
            String condition = option(command, "key-condition-expression");
            if (condition == null) continue;
            var names = option(command, "expression-attribute-names");
            var values = new HashMap<String, AttributeValue>();
            JSON.readTree(option(command, "expression-attribute-values"))
                    .properties()
                    .forEach(it ->
                            values.put(
                                    it.getKey(),
                                    AttributeValue.fromS(it.getValue().get("S").asText())));
            var answer =
                    books.world
                            .tables()
                            .dynamo()
                            .query(query ->
                                    query.tableName(books.world.tables().name("Purchases"))
                                            .indexName(option(command, "index-name"))
                                            .keyConditionExpression(condition)
                                            .expressionAttributeNames(
                                                    names == null
                                                            ? null
                                                            : Map.of("#position", "position"))
                                            .expressionAttributeValues(values));
            found.add(answer.count());
        }
        assertThat(found).containsExactly(2, 1);
    }

    private static String option(String command, String name) {
        var option = Pattern.compile("--" + name + " +('([^']*)'|[^ \\n]+)").matcher(command);
        if (!option.find()) return null;
        return option.group(2) == null ? option.group(1) : option.group(2);
    }
}
