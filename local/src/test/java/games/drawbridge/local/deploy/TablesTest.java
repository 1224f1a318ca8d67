package games.drawbridge.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import games.drawbridge.local.aws.Aws;
import games.drawbridge.local.process.Child;
import games.drawbridge.local.process.Ports;
import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.local.standins.StandIns;
import games.drawbridge.local.template.Table;
import games.drawbridge.local.template.Table.Index;
import games.drawbridge.local.template.Table.Key;
import games.drawbridge.local.testkit.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// What becomes of a kept table when template.yaml has changed, on the real DynamoDB Local.
class TablesTest {
    private static final Index BY_SCORE = index("by-score", "board", "score", "ALL");

    @TempDir private static Path folder;
    private static Child dynamoDb;
    private static Aws aws;

    private String name;

    @BeforeAll
    static void start() throws Exception {
        int port = new Ports(new Random()).take(0);
        Path run = Files.createDirectories(folder.resolve("run"));
        dynamoDb =
                new StandIns(Path.of("stand-ins").toAbsolutePath(), folder, run, run)
                        .dynamoDb(port);
        String url = "http://127.0.0.1:" + port;
        aws = Aws.at(url, url, url);
        Await.until("DynamoDB Local", TablesTest::answers);
    }

    private static boolean answers() {
        try {
            aws.dynamoDb().listTables();
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        aws.close();
        dynamoDb.stop(Duration.ofSeconds(5));
    }

    @BeforeEach
    void name(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    private static Index index(String name, String hash, String range, String projection) {
        var included = projection.equals("INCLUDE") ? List.of("x", "y") : List.<String>of();
        return new Index(name, new Key(hash, Optional.of(range)), projection, included);
    }

    private Table table(Map<String, String> types, String range, String stream, Index... indexes) {
        return new Table(
                "Id",
                name,
                types,
                new Key("pk", Optional.of(range)),
                List.of(indexes),
                Optional.empty(),
                Optional.of(stream).filter(view -> !view.isEmpty()));
    }

    private Table scored(Index... indexes) {
        return table(Map.of("pk", "S", "sk", "S", "board", "S", "score", "N"), "sk", "", indexes);
    }

    private Table plain(String rangeType, String stream) {
        return table(Map.of("pk", "S", "sk", rangeType), "sk", stream);
    }

    private static void make(Table table) throws InterruptedException {
        new Tables(aws.dynamoDb()).make(List.of(table));
    }

    private TableDescription there() {
        return aws.dynamoDb().describeTable(ask -> ask.tableName(name)).table();
    }

    private void put(String board, int score) {
        var row =
                Map.of(
                        "pk", AttributeValue.fromS("p" + score),
                        "sk", AttributeValue.fromS("s"),
                        "board", AttributeValue.fromS(board),
                        "score", AttributeValue.fromN(Integer.toString(score)));
        aws.dynamoDb().putItem(put -> put.tableName(name).item(row));
    }

    private int found(String index) {
        return aws.dynamoDb()
                .query(query ->
                        query.tableName(name)
                                .indexName(index)
                                .keyConditionExpression("board = :b")
                                .expressionAttributeValues(Map.of(":b", AttributeValue.fromS("a"))))
                .count();
    }

    @Test
    void indexesBecomeWhatTheTemplateSaysAndRowsStay() throws Exception {
        make(scored(BY_SCORE, index("gone", "board", "sk", "KEYS_ONLY")));
        put("a", 1);
        put("a", 2);
        make(
                scored(
                        index("by-score", "board", "sk", "INCLUDE"),
                        index("new", "board", "score", "ALL")));
        assertThat(there().globalSecondaryIndexes())
                .extracting(GlobalSecondaryIndexDescription::indexName)
                .containsExactlyInAnyOrder("by-score", "new");
        assertThat(found("by-score")).isEqualTo(2);
        assertThat(found("new")).isEqualTo(2);
        var changed =
                there().globalSecondaryIndexes().stream()
                        .filter(each -> each.indexName().equals("by-score"))
                        .findFirst()
                        .orElseThrow();
        assertThat(changed.keySchema().getLast().attributeName()).isEqualTo("sk");
        assertThat(changed.projection().nonKeyAttributes()).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void anIndexOverAnotherTypeIsMadeAnew() throws Exception {
        make(scored(BY_SCORE));
        make(table(Map.of("pk", "S", "sk", "S", "board", "S", "score", "S"), "sk", "", BY_SCORE));
        assertThat(there().attributeDefinitions())
                .filteredOn(each -> each.attributeName().equals("score"))
                .singleElement()
                .satisfies(each -> assertThat(each.attributeTypeAsString()).isEqualTo("S"));
    }

    @Test
    void whatIsAsDeclaredIsLeftAlone() throws Exception {
        make(scored(BY_SCORE, index("two", "board", "sk", "INCLUDE")));
        var before = there();
        make(scored(index("two", "board", "sk", "INCLUDE"), BY_SCORE));
        assertThat(there()).isEqualTo(before);
    }

    @Test
    void aTableGetsTheStreamThatItHadNot() throws Exception {
        make(plain("S", ""));
        make(plain("S", "NEW_IMAGE"));
        assertThat(there().streamSpecification().streamViewTypeAsString()).isEqualTo("NEW_IMAGE");
        assertThatCode(() -> make(plain("S", "NEW_IMAGE"))).doesNotThrowAnyException();
    }

    @Test
    void whatCannotBeChangedIsSaidInASentenceWithTheRemedy() throws Exception {
        make(plain("S", "NEW_IMAGE"));
        refused(plain("N", "NEW_IMAGE"), "keys");
        refused(table(Map.of("pk", "S", "at", "S"), "at", "NEW_IMAGE"), "keys");
        refused(plain("S", "KEYS_ONLY"), "stream records");
        refused(plain("S", ""), "stream records");
    }

    private void refused(Table table, String part) {
        assertThatThrownBy(() -> make(table))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The table "
                                + name
                                + " is kept with other "
                                + part
                                + " than template.yaml says by now: start with --fresh, which"
                                + " forgets all that is kept.");
    }
}
