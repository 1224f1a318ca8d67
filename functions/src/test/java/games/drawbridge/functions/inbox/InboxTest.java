package games.drawbridge.functions.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.wallet.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class InboxTest {
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");

    private final World world = World.open();
    private final MailTable mails =
            new MailTable(new Aws(world.environment("RunJobs")), InstantSource.system());
    private final Mails writer =
            new Mails(new Aws(world.environment("SendMail")), InstantSource.system());
    private final Instant now = Instant.now();

    @Test
    void mailIsReadNewestFirstAPageAtATime() {
        for (int n = 0; n < 5; n++) write(ANN, "m" + n, now.plusMillis(n));
        write(BOB, "bob's", now);
        var first = inbox("ann", "?limit=3");
        var second = inbox("ann", "?limit=3&cursor=" + first.text("/next"));
        assertThat(subjects(first)).containsExactly("m4", "m3", "m2");
        assertThat(subjects(second)).containsExactly("m1", "m0");
        assertThat(second.at("/next").isMissingNode()).isTrue();
        assertThat(first.text("/mail/0/text")).isEqualTo("text of m4");
        assertThat(Instant.parse(first.text("/mail/0/expires")))
                .isBetween(now.plus(Duration.ofDays(89)), now.plus(Duration.ofDays(91)));
        assertThat(inbox("bob", "?cursor=" + first.text("/next")).outcome())
                .isEqualTo("400 bad-input");
    }

    @Test
    void whatIsThrownAwayDoesNotComeAgain() {
        for (int n = 0; n < 3; n++) write(ANN, "m" + n, now.plusMillis(n));
        String id = inbox("ann", "").text("/mail/1/id");
        for (int n = 0; n < 2; n++) assertThat(remove("ann", id).status()).isEqualTo(204);
        write(ANN, "m1", now.plusMillis(1));
        assertThat(subjects(inbox("ann", "?limit=2"))).containsExactly("m2", "m0");
        assertThat(inbox("ann", "?limit=2").at("/next").isMissingNode()).isTrue();
        assertThat(world.tables().rows("Players").toString()).doesNotContain("text of m1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1700000000000-0123456789abcdef0123456789abcdef",
                "1700000000000-0123456789abcdef0123456789abcdef%23"
            })
    void whatAPlayerNeverHadIsNotThrownAway(String id) {
        assertThat(remove("ann", id).outcome()).isEqualTo("404 not-found");
        assertThat(world.tables().rows("Players")).isEmpty();
    }

    @Test
    void nobodyThrowsAwayAnothersMail() {
        write(ANN, "m", now);
        String id = inbox("ann", "").text("/mail/0/id");
        assertThat(remove("bob", id).outcome()).isEqualTo("404 not-found");
        assertThat(subjects(inbox("ann", ""))).containsExactly("m");
    }

    @Test
    void oldMailIsGoneBeforeTheTableForgetsIt() {
        write(ANN, "old", now.minus(Duration.ofDays(90)));
        write(ANN, "new", now.minus(Duration.ofDays(89)));
        assertThat(subjects(inbox("ann", ""))).containsExactly("new");
    }

    @Test
    void mailGoesWithItsPlayer() {
        write(ANN, "kept", now);
        write(ANN, "thrown", now.plusMillis(1));
        remove("ann", inbox("ann", "").text("/mail/0/id"));
        for (int n = 0; n < 2; n++) mails.move(ANN, BOB);
        write(BOB, "thrown", now.plusMillis(1));
        assertThat(subjects(inbox("ann", ""))).isEmpty();
        assertThat(subjects(inbox("bob", ""))).containsExactly("kept");
        assertThat(mails.all(BOB)).hasSize(1);
        mails.erase(BOB);
        assertThat(world.tables().rows("Players")).isEmpty();
    }

    // ---- who is online ----

    @Test
    void theNodesOfWhoIsOnlineAreToldAndNobodyElses() {
        world.tables()
                .put(
                        "Rooms",
                        Map.of(
                                "pk", AttributeValue.fromS("PLAYER#ann"),
                                "sk", AttributeValue.fromS("ONLINE"),
                                "on-n1", AttributeValue.fromL(List.of(AttributeValue.fromS("g1"))),
                                "on-n3",
                                        AttributeValue.fromL(List.of(AttributeValue.fromS("g7")))));
        write(BOB, "bob's", now);
        assertThat(told()).isEmpty();
        write(ANN, "ann's", now);
        String id = inbox("ann", "").text("/mail/0/id");
        assertThat(told()).containsExactlyInAnyOrder("MAILED#n1 ann " + id, "MAILED#n3 ann " + id);
    }

    private List<String> told() {
        return world.tables().rows("Rooms").stream()
                .filter(row -> row.get("pk").s().startsWith("MAILED#"))
                .map(row ->
                        "%s %s %s"
                                .formatted(
                                        row.get("pk").s(),
                                        row.get("player").s(),
                                        row.get("mail").s()))
                .toList();
    }

    // ---- attachments ----

    @Test
    void whatAMailBringsIsTakenOutOnce() {
        attach(ANN, "gift", now, Duration.ofDays(7));
        String id = inbox("ann", "").text("/mail/0/id");
        assertThat(inbox("ann", "").at("/mail/0/claimed").asBoolean(true)).isFalse();
        assertThat(remove("ann", id).outcome()).isEqualTo("409 unclaimed");
        assertThat(claim("bob", id).outcome()).isEqualTo("404 not-found");
        var claims = AtOnce.times(4, n -> claim("ann", id));
        for (var claim : claims) {
            assertThat(claim.status()).isEqualTo(200);
            assertThat(claim.text("/granted/0/amount")).isEqualTo("100");
        }
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(100);
        assertThat(Ledger.of(world).balance("ann", "item:disc-blue")).isEqualTo(1);
        assertThat(inbox("ann", "").at("/mail/0/claimed").asBoolean()).isTrue();
        for (int n = 0; n < 2; n++) assertThat(remove("ann", id).status()).isEqualTo(204);
        assertThat(claim("ann", id).outcome()).isEqualTo("404 not-found");
        Ledger.of(world).holds();
    }

    @Test
    void whatWasNotTakenOutInTimeIsGone() {
        attach(ANN, "late", now.minus(Duration.ofDays(8)), Duration.ofDays(7));
        assertThat(subjects(inbox("ann", ""))).isEmpty();
        var row = world.tables().rows("Players").getFirst();
        String id = row.get("sk").s().substring("MAIL#".length());
        assertThat(claim("ann", id).outcome()).isEqualTo("404 not-found");
        write(ANN, "plain", now);
        assertThat(claim("ann", inbox("ann", "").text("/mail/0/id")).outcome())
                .isEqualTo("422 nothing-attached");
    }

    @Test
    void whatOneAccountTookOutTheOtherDoesNotGetAgain() {
        attach(ANN, "gift", now, Duration.ofDays(7));
        String id = inbox("ann", "").text("/mail/0/id");
        claim("ann", id);
        mails.move(ANN, BOB);
        assertThat(claim("bob", id).status()).isEqualTo(200);
        assertThat(Ledger.of(world).balance("bob", "gold")).isZero();
    }

    @Test
    void anAdminSendsMail() {
        world.login("device", "s".repeat(32));
        String player = world.login("device", "s".repeat(32)).text("/playerId");
        String gift =
                "{\"subject\":\"Sorry\",\"text\":\"For the lost hour\",\"attachments\":[%s],\"days\":30,\"reason\":\"x\"}";
        String gold = "{\"unit\":\"gold\",\"amount\":100}";
        assertThat(send("ann", "[support]", player, gift.formatted(gold)).outcome())
                .isEqualTo("403 forbidden");
        assertThat(send("sam", "[admin]", player, gift.formatted(gold + "," + gold)).outcome())
                .isEqualTo("400 bad-input");
        assertThat(
                        send(
                                        "sam",
                                        "[admin]",
                                        player,
                                        gift.formatted("{\"unit\":\"debt:gold\",\"amount\":1}"))
                                .outcome())
                .isEqualTo("400 bad-input");
        assertThat(send("sam", "[admin]", "nobody", gift.formatted(gold)).outcome())
                .isEqualTo("404 not-found");
        assertThat(send("sam", "[admin]", player, gift.formatted(gold)).status()).isEqualTo(201);
        String id = inbox(player, "").text("/mail/0/id");
        assertThat(claim(player, id).status()).isEqualTo(200);
    }

    private Got send(String admin, String roles, String player, String json) {
        return world.post("/v1/admin/players/" + player + "/mail", json)
                .as(admin)
                .claim("roles", roles)
                .send();
    }

    private Got claim(String player, String id) {
        return world.call("POST", "/v1/players/me/mail/" + id + "/claim").as(player).send();
    }

    private void attach(PlayerId player, String subject, Instant at, Duration kept) {
        var gold = new Attachment(new Unit("gold"), 100);
        var disc = new Attachment(new Unit("item:disc-blue"), 1);
        writer.add(
                new Effect.Mail(player, subject, "text"),
                List.of(gold, disc),
                "r2#" + subject,
                at,
                kept);
    }

    private void write(PlayerId player, String subject, Instant at) {
        writer.add(new Effect.Mail(player, subject, "text of " + subject), "r1#" + subject, at);
    }

    private Got inbox(String player, String query) {
        return world.get("/v1/players/me/mail" + query).as(player).send();
    }

    private Got remove(String player, String id) {
        return world.call("DELETE", "/v1/players/me/mail/" + id).as(player).send();
    }

    private static List<String> subjects(Got inbox) {
        return inbox.at("/mail").findValuesAsText("subject");
    }
}
