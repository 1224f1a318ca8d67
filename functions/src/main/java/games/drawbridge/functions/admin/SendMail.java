package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.inbox.Attachment;
import games.drawbridge.functions.inbox.Mails;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.wallet.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes to a player's inbox: `{subject, text, attachments?: [{unit, amount}], days?, reason}`.
@Route(value = "POST /v1/admin/players/{id}/mail", rate = 20, burst = 40)
public final class SendMail extends AdminEndpoint {
    private final ProfileTable profiles;
    private final Mails mails;
    private final InstantSource clock = InstantSource.system();

    public SendMail() {
        this(Environment.system());
    }

    public SendMail(Environment environment) {
        this(new Aws(environment));
    }

    private SendMail(Aws aws) {
        super(aws, Role.ADMIN, true);
        profiles = new ProfileTable(aws);
        mails = new Mails(aws, clock);
    }

    private record Sent(PlayerId playerId, Instant expires, List<Attachment> attachments) {}

    @Override
    @Nullable String subject(Request request) {
        return request.path("id", PlayerId::new).value();
    }

    @Override
    Act act(Request request) {
        var player = request.path("id", PlayerId::new);
        var body = request.body().fields();
        var mail =
                new Effect.Mail(
                        player,
                        text(body, "subject", AdminLimits.SUBJECT),
                        text(body, "text", AdminLimits.TEXT));
        var attachments = new ArrayList<Attachment>();
        if (body.has("attachments"))
            for (var each : body.objects("attachments", AdminLimits.ATTACHMENTS))
                attachments.add(attachment(each));
        if (attachments.stream().map(Attachment::unit).distinct().count() != attachments.size())
            throw body.bad("attachments", "each unit once");
        if (profiles.find(player).isEmpty()) throw Problem.notFound("no such player");
        long days = body.has("days") ? body.whole("days", 1, AdminLimits.DAYS) : AdminLimits.DAYS;
        var now = clock.instant();
        var kept = Duration.ofDays(days);
        String source = "admin#" + request.player() + "#" + player + "#" + now;
        mails.add(mail, attachments, source, now, kept);
        var sent = new Sent(player, now.plus(kept), attachments);
        return Act.changed(Reply.created(sent), null, sent);
    }

    private static String text(Fields body, String name, int most) {
        String text = body.text(name, 1, most);
        if (text.isBlank()) throw body.bad(name, "something to read");
        return text;
    }

    private static Attachment attachment(Fields fields) {
        String text = fields.text("unit", 1, AdminLimits.UNIT);
        long amount = fields.whole("amount", 1, AdminLimits.AMOUNT);
        return fields.parsed(
                "unit",
                text,
                unit -> new Attachment(new Unit(unit), amount),
                "a good or a currency");
    }
}
