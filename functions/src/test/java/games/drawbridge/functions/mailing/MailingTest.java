package games.drawbridge.functions.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.AddressTable;
import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.SesDouble.Sent;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MailingTest {
    private static final World world = World.open();
    private static final AtomicInteger ids = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("https://play\\.example(/\\S+)");

    private final Aws aws = new Aws(world.environment("MailingCalls"));
    private final String player = "p" + ids.incrementAndGet();
    private final String address = player + "@example.com";

    @Test
    void nobodyIsOnTheListBeforeTheAddressAgrees() {
        assertThat(mailing().outcome()).isEqualTo("404 not-found");
        var asked = ask("news", "offers");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("/state")).isEqualTo("asked");
        var question = letter(0);
        assertThat(question.from()).isEqualTo("The game <play@mail.play.example>");
        assertThat(question.headers()).isEmpty();
        String link = link(question);
        assertThat(link).startsWith("/v1/mailing/confirm?token=").doesNotContain(address);
        assertThat(question.html()).contains("https://play.example" + link);

        for (int n = 0; n < 3; n++) {
            var page = world.get(link).send();
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<form method=\"post\"", "news of the game, offers")
                    .doesNotContain("<script");
            assertThat(page.headers().get("content-security-policy"))
                    .contains("default-src 'none'");
        }
        assertThat(mailing().text("/state")).as("looking confirms nothing").isEqualTo("asked");
        assertThat(letters()).hasSize(1);

        for (int n = 0; n < 3; n++)
            assertThat(world.call("POST", link).form("").send().body()).contains("Confirmed");
        assertThat(mailing().text("/state")).isEqualTo("on");
        assertThat(mailing().at("/confirmedAt").isTextual()).isTrue();
        assertThat(letters()).as("welcomed once").hasSize(2);
        assertThat(find(address)).containsExactly(player);
    }

    @Test
    void oneClickEndsItWithoutLogin() {
        subscribe("news");
        var welcome = letter(1);
        assertThat(welcome.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        String url = welcome.headers().get("List-Unsubscribe");
        assertThat(url).matches("<https://play\\.example/v1/mailing/unsubscribe\\?token=\\S+>");
        String link = url.replaceAll("<https://play.example|>", "");
        assertThat(welcome.text()).contains("https://play.example" + link);

        assertThat(world.get(link).send().body()).contains("No more e-mail?", "<form");
        assertThat(mailing().text("/state")).as("looking ends nothing").isEqualTo("on");
        for (int n = 0; n < 2; n++) {
            var ended = world.call("POST", link).form("List-Unsubscribe=One-Click").send();
            assertThat(ended.status()).isEqualTo(200);
            assertThat(ended.body()).contains("It is ended");
        }
        assertThat(mailing().text("/state")).isEqualTo("off");
        assertThat(world.call("POST", link(letter(0))).form("").send().status())
                .as("an old yes does not outlive a no")
                .isEqualTo(404);
        assertThat(mailing().text("/state")).isEqualTo("off");
    }

    @Test
    void whoAgreedMayChooseOtherTopicsWithoutBeingAsked() {
        subscribe("news");
        var changed = ask("events");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/state")).isEqualTo("on");
        assertThat(mailing().at("/topics").toString()).isEqualTo("[\"events\"]");
        assertThat(letters()).hasSize(2);

        assertThat(end().status()).isEqualTo(204);
        assertThat(end().status()).isEqualTo(204);
        assertThat(mailing().text("/state")).isEqualTo("off");
        assertThat(ask("events").text("/state")).as("asked anew").isEqualTo("asked");
        assertThat(letters()).hasSize(3);
    }

    @Test
    void anotherAddressMustAgreeForItself() {
        subscribe("news");
        String other = "other-" + address;
        assertThat(ask(other, "news").text("/state")).isEqualTo("asked");
        String old = link(letter(0));
        assertThat(world.call("POST", old).form("").send().status()).isEqualTo(404);
        assertThat(mailing().text("/state")).isEqualTo("asked");
        leaveByLink(letter(1));
        assertThat(mailing().text("/state")).as("that was the old address").isEqualTo("asked");
        var question = world.ses().sentTo(other).getFirst();
        assertThat(world.call("POST", link(question)).form("").send().status()).isEqualTo(200);
        assertThat(mailing().text("/state")).isEqualTo("on");
    }

    @Test
    void aLinkThatAsksGrowsOldAndOneThatEndsDoesNot() {
        subscribe("news");
        ask("second-" + address, "news");
        var question = world.ses().sentTo("second-" + address).getFirst();
        var longAgo = Instant.now().minus(Duration.ofHours(49)).toEpochMilli();
        set("askedAt", AttributeValue.fromN("" + longAgo));
        var link =
                new Link(
                        Link.Purpose.CONFIRM,
                        new PlayerId(player),
                        new EmailAddress("second-" + address).hash(),
                        Instant.ofEpochMilli(longAgo));
        String url = new Links(aws, InstantSource.system()).url(link);
        String old = url.substring(World.ORIGIN.length());
        for (String each : List.of(old, link(question))) {
            assertThat(world.get(each).send().status()).isEqualTo(404);
            var refused = world.call("POST", each).form("").send();
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body()).contains("no longer good");
        }
        assertThat(mailing().text("/state")).isEqualTo("asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "c.p.0.1.s", "0", "ü"})
    void whatWeDidNotSealSaysNothing(String token) {
        for (String path : List.of("confirm", "unsubscribe")) {
            String target = "/v1/mailing/" + path + "?token=" + token;
            assertThat(world.get(target).send().status()).isEqualTo(404);
            assertThat(world.call("POST", target).form("").send().status()).isEqualTo(404);
        }
        var page = world.get("/v1/mailing/confirm").header("accept-language", "de-CH,de").send();
        assertThat(page.body()).contains("Dieser Link gilt nicht mehr", "lang=\"de\"");
    }

    @Test
    void aLinkIsForOnePurposeAndNobodyChangesIt() {
        ask("news");
        String token = link(letter(0)).replaceFirst(".*token=", "");
        for (String forged :
                List.of(
                        token.replaceFirst("c\\.", "u."),
                        token.replace(player + ".", player + "x."),
                        token.substring(0, token.length() - 1),
                        token + "A",
                        token.replaceFirst("\\.[0-9]{13}\\.", ".9999999999999.")))
            for (String path : List.of("confirm", "unsubscribe"))
                assertThat(
                                world.call("POST", "/v1/mailing/" + path + "?token=" + forged)
                                        .form("")
                                        .send()
                                        .status())
                        .as(forged)
                        .isEqualTo(404);
        assertThat(
                        world.call("POST", "/v1/mailing/unsubscribe?token=" + token)
                                .form("")
                                .send()
                                .status())
                .isEqualTo(404);
        assertThat(mailing().text("/state")).isEqualTo("asked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"topics":["news"]}                                    | 400 bad-input
                    {"address":"ann","topics":["news"]}                    | 400 bad-input
                    {"address":"a@example.com\\r\\nBcc: b@example.com","topics":["news"]} | 400 bad-input
                    {"address":"ann@example.com"}                          | 400 bad-input
                    {"address":"ann@example.com","topics":[]}              | 400 bad-input
                    {"address":"ann@example.com","topics":["spam"]}        | 400 bad-input
                    {"address":"ann@example.com","topics":["news","news","news","news"]} | 400 bad-input
                    """)
    void whatIsNoSubscriptionIsRefused(String body, String outcome) {
        assertThat(put(body).outcome()).isEqualTo(outcome);
        assertThat(world.ses().sentTo("ann@example.com")).isEmpty();
    }

    @Test
    void nobodysInboxIsFilled() {
        String victim = "victim@example.com";
        for (int n = 0; n < 3; n++)
            assertThat(put(player + "-" + n, victim, "news").status()).isEqualTo(202);
        assertThat(put(player + "-4", victim, "news").outcome()).isEqualTo("429 rate");
        assertThat(put(player + "-5", "VICTIM@example.com", "news").outcome())
                .isEqualTo("429 rate");
        assertThat(world.ses().sentTo(victim)).hasSize(3);
        for (int n = 0; n < 5; n++) ask(n + address, "news");
        assertThat(ask("6" + address, "news").outcome()).as("one player").isEqualTo("429 rate");
    }

    @Test
    void whoWantsNothingIsNotWrittenToAndNobodyIsTold() {
        world.tables()
                .put(
                        "Players",
                        Map.of(
                                "pk",
                                AttributeValue.fromS(
                                        "SUPPRESSED#" + new EmailAddress(address).hash()),
                                "sk",
                                AttributeValue.fromS("HEAD")));
        assertThat(ask("news").status()).isEqualTo(202);
        assertThat(letters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    400, MessageRejected,          202
                    429, TooManyRequestsException, 503
                    400, SendingPausedException,   503
                    500, InternalFailure,          503
                    """)
    void whatSesSaysDecides(int status, String code, int answer) {
        world.ses().refuse(1, status, code);
        var got = ask("news");
        assertThat(got.status()).isEqualTo(answer);
        assertThat(letters()).isEmpty();
        if (answer == 503) assertThat(got.log()).isNotEmpty();
        assertThat(ask("news").status()).isEqualTo(202);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void aWelcomeThatCannotBeSentTakesNobodyOff() {
        ask("news");
        world.ses().refuse(1, 500, "InternalFailure");
        assertThat(world.call("POST", link(letter(0))).form("").send().status()).isEqualTo(200);
        assertThat(mailing().text("/state")).isEqualTo("on");
    }

    @Test
    void aNoIsTheLastWordHoweverManyAgreeMeanwhile() {
        for (int n = 0; n < 5; n++) {
            String who = "race" + n + player;
            put(who, who + "@example.com", "news");
            String yes = link(world.ses().sentTo(who + "@example.com").getFirst());
            AtOnce.times(
                    4,
                    each ->
                            each % 2 == 0
                                    ? world.call("POST", yes).form("").send().status()
                                    : end(who).status());
            assertThat(mailing(who).text("/state")).isEqualTo("off");
            assertThat(world.call("POST", yes).form("").send().status()).isEqualTo(404);
        }
    }

    @Test
    void aSubscriptionGoesWithItsPlayerAndItsLinksFollow() {
        subscribe("news");
        var holding = new MailingHolding(new Aws(world.environment("RunJobs")));
        var from = new PlayerId(player);
        var into = new PlayerId("into" + player);
        world.tables()
                .put(
                        "Players",
                        Map.of(
                                "pk", AttributeValue.fromS("PLAYER#" + player),
                                "sk", AttributeValue.fromS("MERGED"),
                                "into", AttributeValue.fromS(into.value())));
        for (int n = 0; n < 2; n++) holding.move(from, into);
        assertThat(holding.export(from)).isEqualTo(Map.of());
        assertThat(holding.export(into)).isInstanceOf(Subscription.class);
        leaveByLink(letter(1));
        assertThat(mailing(into.value()).text("/state")).isEqualTo("off");
        for (int n = 0; n < 2; n++) holding.erase(into);
        assertThat(mailing(into.value()).outcome()).isEqualTo("404 not-found");
        leaveByLink(letter(1));
        assertThat(mailing(into.value()).outcome()).isEqualTo("404 not-found");
    }

    @Test
    void whereNoMailIsSentNobodySubscribes() {
        var silent = World.open(Map.of("MailFrom", ""));
        var got =
                silent.call("PUT", "/v1/players/me/mailing")
                        .as("ann")
                        .json("{\"address\":\"ann@example.com\",\"topics\":[\"news\"]}")
                        .send();
        assertThat(got.outcome()).isEqualTo("422 no-mail");
    }

    private void subscribe(String... topics) {
        ask(topics);
        assertThat(world.call("POST", link(letter(0))).form("").send().status()).isEqualTo(200);
    }

    private void leaveByLink(Sent letter) {
        String link =
                letter.headers().get("List-Unsubscribe").replaceAll("<https://play.example|>", "");
        assertThat(world.call("POST", link).form("").send().status()).isEqualTo(200);
    }

    private void set(String name, AttributeValue value) {
        world.tables().set("Players", "PLAYER#" + player, "MAILING", name, value);
    }

    private Got ask(String... topics) {
        return topics[0].contains("@")
                ? put(player, topics[0], topics[1])
                : put(player, address, topics);
    }

    private Got put(String who, String to, String... topics) {
        return put(
                who,
                "{\"address\":\"%s\",\"topics\":[\"%s\"]}"
                        .formatted(to, String.join("\",\"", topics)));
    }

    private Got put(String body) {
        return put(player, body);
    }

    private static Got put(String who, String body) {
        return world.call("PUT", "/v1/players/me/mailing").as(who).json(body).send();
    }

    private Got end() {
        return end(player);
    }

    private static Got end(String who) {
        return world.call("DELETE", "/v1/players/me/mailing").as(who).send();
    }

    private Got mailing() {
        return mailing(player);
    }

    private static Got mailing(String who) {
        return world.get("/v1/players/me/mailing").as(who).send();
    }

    private List<Sent> letters() {
        return world.ses().sentTo(address);
    }

    private Sent letter(int n) {
        return letters().get(n);
    }

    private static String link(Sent letter) {
        var link = LINK.matcher(letter.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static List<String> find(String email) {
        return new AddressTable(new Aws(world.environment("SupportCalls")))
                .owners(new EmailAddress(email)).stream().map(PlayerId::value).toList();
    }
}
