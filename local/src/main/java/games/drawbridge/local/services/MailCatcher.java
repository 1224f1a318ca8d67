package games.drawbridge.local.services;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// SES v2's call that sends a mail: here it is caught and kept instead, and told of as SES tells of
/// what it was given.
public final class MailCatcher implements Answerer {

    /// SES's own.
    private static final int MOST_RECEIVERS = 50;

    private final Mails mails;
    private final InstantSource clock;
    private final Consumer<String> news;

    /// @param news hears of mails that were sent with a configuration set
    public MailCatcher(Mails mails, InstantSource clock, Consumer<String> news) {
        this.mails = mails;
        this.clock = clock;
        this.news = news;
    }

    @Override
    public Response answer(Request request) throws IOException {
        if (!request.method().equals("POST") || !request.path().equals("/v2/email/outbound-emails"))
            return new AwsFault(404, "NotFoundException", "only SendEmail is kept").response();
        try {
            String id = keep(Json.read(request.body().getBytes()));
            return Response.json(200, Json.object().put("MessageId", id));
        } catch (AwsFault fault) {
            return fault.response();
        }
    }

    private String keep(JsonNode asked) throws IOException {
        var receivers = receivers(asked.path("Destination"));
        var said = MailMessage.of(asked.path("Content"), asked.path("FromEmailAddress").asText());
        if (said.from().isEmpty())
            throw new AwsFault(400, "BadRequestException", "FromEmailAddress is missing");
        if (receivers.isEmpty() || receivers.size() > MOST_RECEIVERS)
            throw new AwsFault(400, "BadRequestException", "1 to 50 receivers");
        for (String each : receivers)
            if (!each.matches("[^@]+@[^@]+"))
                throw new AwsFault(400, "BadRequestException", "Missing final '@domain'");
        var now = clock.instant();
        // As SES does: the time first, so that names sort by it.
        String id = "%016x-%s-000000".formatted(now.toEpochMilli(), UUID.randomUUID());
        var mail =
                new Mail(
                        id,
                        now.toString(),
                        said.from(),
                        receivers,
                        said.subject(),
                        said.text(),
                        said.html(),
                        said.headers());
        mails.keep(mail);
        if (asked.hasNonNull("ConfigurationSetName"))
            new MailNews(mail, asked).all().forEach(each -> news.accept(Json.text(each)));
        return id;
    }

    private static List<String> receivers(JsonNode destination) {
        var all = new ArrayList<String>();
        for (String kind : List.of("ToAddresses", "CcAddresses", "BccAddresses"))
            destination.path(kind).forEach(each -> all.add(each.asText()));
        return all;
    }
}
