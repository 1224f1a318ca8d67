package games.drawbridge.functions.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Letters to the mailing list.
class NewsletterTest {
    private static final String BODY =
            """
            {"topic":"news","reason":"December","letters":[
            {"language":"en","subject":"A new board","text":["It has <b>eight</b> columns.","Come!"]},
            {"language":"de","subject":"Ein neues Brett","text":["Es hat acht Spalten."]}]}
            """;

    private final World world = World.open();
    private final SubscriptionTable subscriptions =
            new SubscriptionTable(new Aws(world.environment("MailingCalls")));

    private void subscribe(String player, Topic... topics) {
        var now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
        var address = new EmailAddress(player + "@example.com");
        var asked = Subscription.asked(address, List.of(topics), now);
        subscriptions.put(new PlayerId(player), asked);
        subscriptions.confirm(new PlayerId(player), asked, now);
    }

    private Got write(String key, String body) {
        return world.post("/v1/admin/mailing/letters", body)
                .as("root")
                .claim("roles", "[admin]")
                .header("idempotency-key", key)
                .send();
    }

    private List<String> sweep() {
        var context = new TestContext("SweepConfirmations");
        world.<ScheduledEvent, Void>handler("SweepConfirmations")
                .handleRequest(new ScheduledEvent(), context);
        return context.lines();
    }

    private List<String> to() {
        return world.ses().sent().stream().map(it -> it.to().split("@")[0]).sorted().toList();
    }

    @Test
    void newsGoOnceToWhoAgreedToThemAndCarryTheWayOut() {
        subscribe("ann", Topic.NEWS, Topic.OFFERS);
        subscribe("bob", Topic.OFFERS);
        subscribe("cat", Topic.NEWS);
        subscriptions.end(new PlayerId("cat"), new EmailAddress("cat@example.com"));
        var asked =
                Subscription.asked(
                        new EmailAddress("dan@example.com"), List.of(Topic.NEWS), Instant.now());
        subscriptions.put(new PlayerId("dan"), asked);

        assertThat(write("k1", BODY).at("/sending").asBoolean()).isTrue();
        for (int n = 0; n < 3; n++) assertThat(sweep()).isEmpty();
        assertThat(to()).containsExactly("ann");
        var standing = write("k1", BODY);
        assertThat(standing.status()).isEqualTo(202);
        assertThat(standing.at("/sent").asInt()).isEqualTo(1);
        assertThat(standing.at("/sending").asBoolean()).isFalse();

        var letter = world.ses().sent().getFirst();
        assertThat(letter.subject()).isEqualTo("A new board");
        assertThat(letter.html()).contains("It has &lt;b&gt;eight&lt;/b&gt; columns.");
        assertThat(letter.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        String url = letter.headers().get("List-Unsubscribe");
        assertThat(letter.text()).contains(url.substring(1, url.length() - 1));
        var link = Pattern.compile("<https://play\\.example(/\\S+)>").matcher(url);
        assertThat(link.matches()).isTrue();
        world.call("POST", link.group(1)).form("List-Unsubscribe=One-Click").send();
        write("k2", BODY);
        sweep();
        assertThat(to()).as("ended with one click").containsExactly("ann");
    }

    @Test
    void eachReadsItInTheirLanguageOrTheFirst() {
        for (String locale : List.of("de-AT", "fr")) {
            String player =
                    world.login("device-" + locale, "a secret of thirty-two characters")
                            .text("/playerId");
            world.call("PATCH", "/v1/players/me")
                    .json("{\"locale\":\"%s\"}".formatted(locale))
                    .as(player)
                    .send();
            subscribe(player, Topic.NEWS);
        }
        write("k1", BODY);
        sweep();
        assertThat(world.ses().sent().stream().map(it -> it.subject()))
                .containsExactlyInAnyOrder("Ein neues Brett", "A new board");
    }

    @Test
    void manyGetItOnceThoughSweepsMeet() {
        for (int n = 0; n < 60; n++) subscribe("player" + n, Topic.NEWS);
        write("k1", BODY);
        AtOnce.times(4, _ -> sweep());
        sweep();
        assertThat(to()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void whatSesDoesNotTakeNowGoesLaterAndWhatIsUnknownIsNotSentAgain() {
        subscribe("ann", Topic.NEWS);
        subscribe("bob", Topic.NEWS);
        write("k1", BODY);
        world.ses().refuse(1, 429, "TooManyRequestsException");
        assertThat(sweep()).hasSize(1);
        assertThat(to()).isEmpty();
        world.ses().loseAnswers(1);
        assertThat(sweep()).hasSize(1);
        sweep();
        assertThat(to()).containsExactly("ann", "bob");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "topic":"news"    | "topic":"gossip"  | 400 bad-input
                    "subject":"A new board", | ''         | 400 bad-input
                    ["Es hat acht Spalten."] | []         | 400 bad-input
                    "reason":"December",     | ''         | 400 bad-input
                    """)
    void aLetterThatIsNoneIsRefused(String part, String other, String outcome) {
        assertThat(write("k1", BODY.replace(part, other)).outcome()).isEqualTo(outcome);
        assertThat(
                        world.post("/v1/admin/mailing/letters", BODY)
                                .as("sue")
                                .claim("roles", "[support]")
                                .header("idempotency-key", "k1")
                                .send()
                                .outcome())
                .isEqualTo("403 forbidden");
    }
}
