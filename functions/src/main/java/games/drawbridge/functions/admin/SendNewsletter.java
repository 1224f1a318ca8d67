package games.drawbridge.functions.admin;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.mailing.Newsletter;
import games.drawbridge.functions.mailing.NewsletterTable;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes to the mailing list, once per key: `{topic, letters: [{language, subject, text: […]}],
/// reason}`. The same key again says how far it is.
@Route(value = "POST /v1/admin/mailing/letters", rate = 5, burst = 10)
public final class SendNewsletter extends AdminEndpoint {
    private static final int ID_DIGITS = 32;

    private final NewsletterTable newsletters;
    private final InstantSource clock = InstantSource.system();

    public SendNewsletter() {
        this(Environment.system());
    }

    public SendNewsletter(Environment environment) {
        this(new Aws(environment));
    }

    SendNewsletter(Aws aws) {
        super(aws, Role.ADMIN, true);
        newsletters = new NewsletterTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return null;
    }

    @Override
    Act act(Request request) {
        String id = Digest.sha256(request.idempotencyKey()).substring(0, ID_DIGITS);
        var body = request.body().fields();
        var letters = body.objects("letters", AdminLimits.LANGUAGES);
        if (letters.isEmpty()) throw body.bad("letters", "one at least");
        var words = letters.stream().map(SendNewsletter::words).toList();
        var standing = newsletters.add(letter(id, body, words));
        return Act.changed(Reply.accepted(standing), null, standing);
    }

    private Newsletter letter(String id, Fields body, List<Newsletter.Words> words) {
        return body.parsed(
                "topic",
                body.text("topic", 1, AdminLimits.SUBJECT),
                topic -> new Newsletter(id, topic, words, clock.instant()),
                "a topic of the mailing list");
    }

    private static Newsletter.Words words(Fields letter) {
        var text = letter.texts("text", AdminLimits.PARAGRAPHS, AdminLimits.TEXT);
        if (text.isEmpty() || text.stream().anyMatch(String::isBlank))
            throw Problem.badInput("text must be paragraphs with something to read");
        return new Newsletter.Words(
                letter.text("language", 2, 2),
                letter.text("subject", 1, AdminLimits.SUBJECT),
                text);
    }
}
