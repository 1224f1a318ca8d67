package games.drawbridge.functions.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.parquet.ParquetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The queries of docs/analytics.md, run by DuckDB as they stand there.
class AnalyticsPageTest {
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @TempDir private Path folder;

    private final List<Event> events = new ArrayList<>();

    private void happens(String name, String player, String at, Map<String, Object> fields) {
        var whose = player == null ? null : new PlayerId(player);
        String cause = player + at + fields;
        events.add(Event.of(name, cause, whose, Instant.parse(at), fields));
    }

    private void happens(String name, String player, String at) {
        happens(name, player, at, Map.of());
    }

    private void pays(String player, String at, String action, String currency, long gross) {
        Map<String, Object> fields = Map.of("action", action, "currency", currency, "gross", gross);
        happens("payment", player, at, fields);
    }

    private void ends(String kind, String at, long seconds) {
        happens("game_over", null, at, Map.of("kind", kind, "seconds", seconds));
    }

    /// Two days' files, of which the second has the first's events once more, as Firehose may.
    private void written() throws IOException {
        write("day=2026-11-01", events);
        write("day=2026-11-02", events.subList(0, events.size() / 2));
    }

    private void write(String day, List<Event> some) throws IOException {
        var file = Files.createDirectories(folder.resolve(day)).resolve("x.parquet");
        var table = Events.REGISTRY.table();
        try (var out = Files.newOutputStream(file);
                var parquet = new ParquetFile(out, table)) {
            for (var event : some) {
                var line = event.line(1, "server", event.at().plusSeconds(1));
                line.put("happened", event.at());
                line.put("received", event.at().plusSeconds(1));
                line.put("version", 1L);
                parquet.add(
                        new ArrayList<>(table.stream().map(it -> line.get(it.name())).toList()));
            }
        }
    }

    @Test
    void theQueriesOfThePageRun() throws Exception {
        for (String player : List.of("ann", "bob", "eve", "max"))
            happens("session_started", player, "2026-11-01T10:00:00Z");
        happens("login", "ann", "2026-11-02T00:00:00Z");
        happens("session_renewed", "bob", "2026-11-02T23:59:59.999Z");
        happens("login", "ann", "2026-11-08T12:00:00Z");
        happens("session_started", "zoe", "2026-11-08T12:00:00Z");
        happens("store_opened", "ann", "2026-11-01T10:01:00Z");
        happens("store_opened", "bob", "2026-11-01T10:01:00Z");
        happens("store_opened", "eve", "2026-11-01T09:00:00Z");
        happens("checkout_started", "ann", "2026-11-01T10:02:00Z");
        happens("checkout_started", "bob", "2026-11-01T10:02:00Z");
        pays("ann", "2026-11-01T10:03:00Z", "charge", "EUR", 499);
        pays("ann", "2026-11-01T10:04:00Z", "charge", "EUR", 999);
        pays("bob", "2026-11-01T10:00:30Z", "charge", "JPY", 600);
        pays("ann", "2026-11-02T10:03:00Z", "refund", "EUR", -499);
        ends("four-in-a-row", "2026-11-01T10:00:00Z", 100);
        ends("four-in-a-row", "2026-11-01T11:00:00Z", 300);
        ends("relay", "2026-11-01T10:00:00Z", 9);
        written();
        assertThat(answers())
                .containsExactly(
                        List.of(),
                        List.of("2026-11-01 4 2 1", "2026-11-08 1 0 0"),
                        List.of(
                                "2026-11-01 EUR 1498 1",
                                "2026-11-01 JPY 600 1",
                                "2026-11-02 EUR -499 0"),
                        List.of("5 2 2 1"),
                        List.of("four-in-a-row 2 200.0", "relay 1 9.0"));
    }

    private List<List<String>> answers() throws IOException, SQLException {
        var page = Files.readString(Path.of("../docs/analytics.md"));
        var answers = new ArrayList<List<String>>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (var block : SQL.matcher(page).results().toList())
                answers.add(rows(connection, block.group(1).replace("EVENTS", "" + folder)));
        }
        return answers;
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            if (!statement.execute(sql)) return rows;
            var result = statement.getResultSet();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int n = 1; n <= result.getMetaData().getColumnCount(); n++)
                    row.add(String.valueOf(result.getObject(n)));
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }
}
