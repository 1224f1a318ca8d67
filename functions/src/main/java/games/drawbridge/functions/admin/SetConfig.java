package games.drawbridge.functions.admin;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.config.Change;
import games.drawbridge.model.config.Configuration;
import games.drawbridge.model.config.Segment;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the next version of the live configuration, in place of the one before: `{version,
/// changes: [{key, value, from?, until?, segment?}], reason}`. `version` is the one that the caller
/// has seen; 0 before the first.
@Route(value = "PUT /v1/admin/config", rate = 20, burst = 40)
public final class SetConfig extends AdminEndpoint {
    private final Versions versions;

    SetConfig(Aws aws) {
        super(aws, Role.ADMIN, true);
        versions = new Versions(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return "config";
    }

    @Override
    Act act(Request request) {
        var body = request.body().fields();
        long seen = body.whole("version", 0, Long.MAX_VALUE - 1);
        var changes = new ArrayList<Change>();
        for (var each : body.objects("changes", Configuration.MOST)) changes.add(change(each));
        return versions.write(request, seen, changes);
    }

    private static Change change(Fields fields) {
        String key = fields.text("key", 1, AdminLimits.WORD);
        var from = instant(fields, "from");
        var until = instant(fields, "until");
        if (from != null && until != null && !from.isBefore(until))
            throw fields.bad("until", "later than from");
        return new Change(
                key,
                fields.scalar("value"),
                from,
                until,
                fields.optionalObject("segment").map(SetConfig::segment).orElse(null));
    }

    private static @Nullable Instant instant(Fields fields, String name) {
        return fields.optionalText(name, 1, AdminLimits.WORD)
                .map(text -> fields.parsed(name, text, SetConfig::instant, "an instant"))
                .orElse(null);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static Segment segment(Fields fields) {
        return new Segment(
                fields.has("countries")
                        ? fields.texts("countries", AdminLimits.BLOCKED, 2)
                        : List.of(),
                fields.has("languages")
                        ? fields.texts("languages", AdminLimits.BLOCKED, 8)
                        : List.of(),
                fields.has("percent") ? (Integer) (int) fields.whole("percent", 0, 100) : null,
                fields.optionalText("salt", 1, AdminLimits.WORD).orElse(null));
    }
}
