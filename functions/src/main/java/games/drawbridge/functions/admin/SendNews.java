package games.drawbridge.functions.admin;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.mailing.News;
import games.drawbridge.functions.mailing.NewsTable;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes to the mailing list, once per key: `{topic, letters: [{language, subject, text: […]}],
/// reason}`. The same key again says how far it is.
@Route(value = "POST /v1/admin/mailing/letters", rate = 5, burst = 10)
public final class SendNews extends AdminEndpoint {
    private static final int ID_DIGITS = 32;

    private final NewsTable news;
    private final InstantSource clock = InstantSource.system();

    public SendNews() {
        this(Environment.system());
    }

    public SendNews(Environment environment) {
        this(new Aws(environment));
    }

    SendNews(Aws aws) {
        super(aws, Role.ADMIN, true);
        news = new NewsTable(aws);
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
        var words = letters.stream().map(SendNews::words).toList();
        var standing = news.add(letter(id, body, words));
        return Act.changed(Reply.accepted(standing), null, standing);
    }

    private News letter(String id, Fields body, List<News.Words> words) {
        return body.parsed(
                "topic",
                body.text("topic", 1, AdminLimits.SUBJECT),
                topic -> new News(id, topic, words, clock.instant()),
                "a topic of the mailing list");
    }

    private static News.Words words(Fields letter) {
        var text = letter.texts("text", AdminLimits.PARAGRAPHS, AdminLimits.TEXT);
        if (text.isEmpty() || text.stream().anyMatch(String::isBlank))
            throw Problem.badInput("text must be paragraphs with something to read");
        return new News.Words(
                letter.text("language", 2, 2),
                letter.text("subject", 1, AdminLimits.SUBJECT),
                text);
    }
}
