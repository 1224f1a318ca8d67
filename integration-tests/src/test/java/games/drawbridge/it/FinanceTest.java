package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.finance.MovementTable;
import games.drawbridge.local.Progress;
import games.drawbridge.local.World;
import games.drawbridge.local.WorldOptions;
import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.FeeTerms;
import games.drawbridge.model.finance.Money;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.Original;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.finance.Sale;
import games.drawbridge.model.finance.Source;
import games.drawbridge.model.finance.Split;
import games.drawbridge.model.player.PlayerId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./drawbridge statement`, and the commands of docs/finance.md as they stand there, against a
/// local world in which two months were closed. Its queries `FinancePageTest` runs.
class FinanceTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
    private static final FeeTerms TERMS =
            new FeeTerms(new BigDecimal("0.30"), FeeTerms.Base.GROSS_WITHOUT_TAX, true);

    @TempDir private static Path folder;
    private static World world;
    private static Script script;
    private static Script.Ran september;
    private static Script.Ran october;

    /// A world of its own: in one that runs for longer, months close by themselves.
    @BeforeAll
    static void twoMonthsAreClosed() throws Exception {
        var options = WorldOptions.inFolder(CHECKOUT, folder.resolve("world")).withNodes(0);
        world = World.start(options, Progress.SILENT);
        rate("2026-09-30");
        rate("2026-10-02");
        var charge = charge("1", "EUR", 1_200, "blog", "2026-09-30T20:00:00Z");
        charge("2", "JPY", 600, null, "2026-10-03T12:00:00Z");
        charge("3", "KWD", 1_500, null, "2026-10-03T12:00:00Z");
        refund(charge, "2026-10-05T12:00:00Z");
        script = Script.built();
        september = statement("2026-09");
        october = statement("2026-10");
    }

    @AfterAll
    static void stop() {
        if (world != null) world.close();
    }

    private static Script.Ran statement(String month) throws Exception {
        return script.run("statement", month, "--origin", world.endpoints().game());
    }

    // ---- what was sold ----

    private static Movement charge(
            String payment, String currency, long minor, String affiliate, String at) {
        int exponent = ProviderName.FACEBOOK.exponent(new Currency(currency));
        var gross = new Money(minor, new Currency(currency), exponent);
        var ann = new PlayerId("ann");
        return added(
                new Movement(
                        Movement.Kind.CHARGE,
                        Instant.parse(at),
                        source(payment, "charge", at),
                        Split.charge(gross, minor / 6, TERMS),
                        null,
                        new Sale(ann, "o" + payment, "gems", 1, "DE", "DE", null, affiliate),
                        null));
    }

    private static void refund(Movement charge, String at) {
        added(
                new Movement(
                        Movement.Kind.REFUND,
                        Instant.parse(at),
                        source(charge.source().payment(), "refund", at),
                        charge.split().back(charge.split().gross(), TERMS),
                        null,
                        charge.sale(),
                        new Original(charge.id(), charge.month())));
    }

    private static Source source(String payment, String action, String at) {
        return new Source(ProviderName.FACEBOOK, payment, action, Instant.parse(at), false);
    }

    private static Movement added(Movement movement) {
        put(MovementTable.row(movement));
        return movement;
    }

    /// So that the bank is not asked, which only knows the last thirteen months.
    private static void rate(String day) {
        put(
                Row.key("FX#" + day.substring(0, 7), "DAY#" + day + "#JPY#0000000000001")
                        .with("currency", "JPY")
                        .with("rateDay", day)
                        .with("perEuro", "170")
                        .with("source", "ecb"));
    }

    private static void put(Row row) {
        var values = row.values();
        world.aws().dynamoDb().putItem(put -> put.tableName(table()).item(values));
    }

    private static String table() {
        return world.template().variable("PURCHASES_TABLE").orElseThrow();
    }

    private static String bucket() {
        return world.template().variable("BOOKS_BUCKET").orElseThrow();
    }

    // ---- ./drawbridge statement ----

    @Test
    void aStatementIsASummaryAndItsFiles() {
        assertThat(september.said())
                .startsWith("2026-09: 1 movements, 0 of them tests, 0 open\n")
                .containsPattern("gross +12\\.00 EUR\n")
                .contains(" statements/2026-09/movements.csv\n");
        assertThat(october.said()).startsWith("2026-10: 3 movements, 0 of them tests, 1 open\n");
        var file = Pattern.compile("(?m)^ +(\\d+)  ([0-9a-f]{12})  (statements/2026-10/.*)$");
        var files = file.matcher(october.said()).results().toList();
        assertThat(files).hasSize(20);
        for (var each : files) {
            byte[] bytes = object(each.group(3));
            assertThat(bytes).hasSize(Integer.parseInt(each.group(1)));
            assertThat(Digest.sha256(bytes)).startsWith(each.group(2));
        }
        assertThat(september.exit() + october.exit()).isZero();
    }

    @Test
    void aMonthThatIsClosedIsOnlyPrinted() throws Exception {
        assertThat(statement("2026-10")).isEqualTo(october);
    }

    @Test
    void aMonthThatCannotBeClosedIsSaidInALine() throws Exception {
        var ran = statement("2999-01");
        assertThat(ran.said()).startsWith("drawbridge: 409 ").contains("too-early").hasLineCount(1);
        assertThat(ran.exit()).isEqualTo(2);
    }

    private static byte[] object(String key) {
        return world.aws()
                .s3()
                .getObjectAsBytes(get -> get.bucket(bucket()).key(key))
                .asByteArray();
    }

    // ---- the page ----

    @Test
    void theAwsCommandsOfThePageRun() throws Exception {
        Tool.assumeThere("aws");
        var answers = new ArrayList<String>();
        for (String block : blocks("bash"))
            answers.add(Tool.run(folder, variables(), "bash", "-euc", block));
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst())
                .contains("\"facebook#1#charge\"", "\"facebook#1#refund\"")
                .containsOnlyOnce("\"Count\": 2")
                .containsOnlyOnce("\"Count\": 1");
        for (String file : List.of("movements.csv", "movements.parquet", "manifest.json"))
            assertThat(folder.resolve("BOOKS/statements/2026-10").resolve(file))
                    .hasBinaryContent(object("statements/2026-10/" + file));
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(CHECKOUT.resolve("docs/finance.md")))
                .results()
                .filter(found -> found.group(1).equals(language))
                .map(found -> found.group(2))
                .toList();
    }

    private static Map<String, String> variables() {
        var endpoints = world.endpoints();
        return Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamoDb(),
                "AWS_ENDPOINT_URL_S3", endpoints.s3(),
                "AWS_PAGER", "",
                "PURCHASES_TABLE", table(),
                "BOOKS_BUCKET", bucket());
    }
}
