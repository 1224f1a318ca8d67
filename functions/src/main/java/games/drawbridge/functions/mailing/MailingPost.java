package games.drawbridge.functions.mailing;

import static java.util.stream.Collectors.joining;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.email.Delivery;
import games.drawbridge.functions.email.Letter;
import games.drawbridge.functions.email.Phrases;
import games.drawbridge.functions.email.Post;
import games.drawbridge.functions.email.SuppressionTable;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.players.Profile;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Writes to who wants to be on the list, and to who is.
final class MailingPost {
    private final Links links;
    private final Post post;
    private final SuppressionTable suppressions;
    private final ProfileTable profiles;

    MailingPost(Aws aws, InstantSource clock) {
        links = new Links(aws, clock);
        post = new Post(aws);
        suppressions = new SuppressionTable(aws);
        profiles = new ProfileTable(aws);
    }

    boolean isOpen() {
        return post.isOpen();
    }

    Phrases phrases(PlayerId player) {
        return Phrases.in(profiles.find(player).map(Profile::locale).orElse(null));
    }

    static String topics(Phrases phrases, Subscription subscription) {
        return subscription.topics().stream()
                .map(topic -> phrases.say("topic." + topic.word()))
                .collect(joining(", "));
    }

    /// Asks whoever reads the address whether they agree.
    ///
    /// @throws Problem 503 when it could not be sent
    void ask(PlayerId player, Subscription asked) {
        var phrases = phrases(player);
        var url = links.url(Link.of(Link.Purpose.CONFIRM, player, asked));
        send(
                asked,
                Letter.of(phrases, phrases.say("ask.subject"), phrases.sayAll("ask", Map.of()))
                        .withButton(phrases.say("ask.button"), url),
                Map.of());
    }

    /// The first letter of the list.
    void welcome(PlayerId player, Subscription confirmed) {
        var phrases = phrases(player);
        var url = links.url(Link.of(Link.Purpose.LEAVE, player, confirmed));
        var topics = Map.of("topics", topics(phrases, confirmed));
        send(
                confirmed,
                Letter.of(
                                phrases,
                                phrases.say("welcome.subject"),
                                phrases.sayAll("welcome", topics))
                        .withFooter(phrases.say("unsubscribe.words"), url),
                wayOut(url));
    }

    /// A newsletter in the player's language, or the first that there is.
    Delivery newsletter(PlayerId player, Subscription to, Newsletter newsletter) {
        if (suppressions.has(to.address())) return new Delivery.Refused("suppressed");
        var phrases = phrases(player);
        var words = newsletter.in(phrases.language());
        var url = links.url(Link.of(Link.Purpose.LEAVE, player, to));
        var letter =
                new Letter(
                                words.language(),
                                words.subject(),
                                words.paragraphs(),
                                Optional.empty(),
                                Optional.empty())
                        .withFooter(Phrases.in(words.language()).say("unsubscribe.words"), url);
        return post.send(to.address(), letter, wayOut(url), Map.of());
    }

    /// Each letter of the list carries the way out, as RFC 8058 has it.
    private static Map<String, String> wayOut(String url) {
        return Map.of(
                "List-Unsubscribe",
                "<" + url + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click");
    }

    private void send(Subscription to, Letter letter, Map<String, String> headers) {
        if (suppressions.has(to.address())) return;
        switch (post.send(to.address(), letter, headers, Map.of())) {
            case Delivery.Accepted _, Delivery.Refused _ -> {
                // refused is the address's own fault, and nobody else's to know
            }
            case Delivery.NotNow(String why, RuntimeException cause) ->
                    throw Problem.unavailable("busy", "no e-mail can be sent: " + why, cause);
            case Delivery.Unknown(RuntimeException cause) ->
                    throw Problem.unavailable("busy", "the e-mail may not have been sent", cause);
        }
    }
}
