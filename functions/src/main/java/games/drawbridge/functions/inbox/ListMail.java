package games.drawbridge.functions.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The caller's inbox, newest first.
@Route("GET /v1/players/me/mail")
public final class ListMail extends Endpoint {
    private final MailTable mails;

    public ListMail() {
        this(Environment.system());
    }

    public ListMail(Environment environment) {
        mails = new MailTable(new Aws(environment), InstantSource.system());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Inbox(List<Mail> mail, @Nullable String next) {}

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var page = request.page("mail of " + player);
        var read = mails.newest(player, page);
        return Reply.ok(new Inbox(page.of(read), page.next(read, mail -> mail.id().value())));
    }
}
