package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.bans.Ban;
import games.drawbridge.functions.bans.BanBookTable;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.bans.Scope;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps a player out: `{scope, reason, until?}`. Sockets that this closes are closed within two
/// seconds.
@Route(value = "POST /v1/admin/players/{id}/bans", rate = 50, burst = 100)
public final class BanPlayer extends AdminEndpoint {
    private final InstantSource clock = InstantSource.system();
    private final ProfileTable profiles;
    private final BanTable bans;
    private final BanBookTable records;

    public BanPlayer() {
        this(Environment.system());
    }

    public BanPlayer(Environment environment) {
        this(new Aws(environment));
    }

    private BanPlayer(Aws aws) {
        super(aws, Role.SUPPORT, true);
        profiles = new ProfileTable(aws);
        bans = new BanTable(aws, clock);
        records = new BanBookTable(aws, clock);
    }

    @Override
    @Nullable String subject(Request request) {
        return request.path("id", PlayerId::new).value();
    }

    @Override
    Act act(Request request) {
        var player = request.path("id", PlayerId::new);
        var ban = ban(request.body().fields());
        if (profiles.find(player).isEmpty()) throw Problem.notFound("no such player");
        var before = bans.of(player);
        records.ban(player, ban);
        return Act.changed(Reply.created(ban), before, ban);
    }

    private Ban ban(Fields body) {
        String scope = body.text("scope", 1, AdminLimits.WORD);
        return new Ban(
                body.parsed("scope", scope, Scope::of, "all, chat, market, boards or rooms").text(),
                body.text("reason", 1, AdminLimits.REASON),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                until(body).orElse(null));
    }

    private Optional<Instant> until(Fields body) {
        var text = body.optionalText("until", 1, AdminLimits.WORD);
        if (text.isEmpty()) return Optional.empty();
        try {
            var until = Instant.parse(text.get()).truncatedTo(ChronoUnit.MILLIS);
            var now = clock.instant();
            if (until.isAfter(now) && until.isBefore(now.plus(AdminLimits.BAN)))
                return Optional.of(until);
        } catch (DateTimeParseException _) {
            // said below
        }
        throw body.bad(
                "until", "an instant within the next ten years; without it the ban is for good");
    }
}
