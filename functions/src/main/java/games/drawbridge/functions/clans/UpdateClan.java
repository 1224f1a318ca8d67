package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.player.PlayerId;
import java.util.Optional;

/// Changes what the body names of a clan: `name`, `tag`, `motto`, `admission`, `country`,
/// `language`, `level`; `null` takes the country away.
@Route(value = "PATCH /v1/clans/{id}", rate = 100, burst = 200)
public final class UpdateClan extends Endpoint {
    private final Clans clans;

    UpdateClan(Clans clans) {
        this.clans = clans;
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        var player = request.player();
        var body = request.body().fields();
        return Reply.ok(clans.attempts().until(() -> changed(id, player, body)));
    }

    /// Empty when others wrote the same rows in between.
    private Optional<Clan> changed(ClanId id, PlayerId player, Fields body) {
        var before = clans.clan(id);
        clans.member(id, player, Permission.DESCRIBE);
        var after = after(before, body);
        if (!after.name().equals(before.name())) clans.decent(after.name());
        if (!after.tag().equals(before.tag())) clans.decent(after.tag());
        if (!after.motto().equals(before.motto())) clans.decent(after.motto());
        return switch (clans.heads().describe(before, after)) {
            case DONE -> Optional.of(after);
            case NAME_TAKEN -> throw new Problem(409, "name-taken", "another clan has this name");
            case TAG_TAKEN -> throw new Problem(409, "tag-taken", "another clan has this tag");
            case COLLIDED -> Optional.empty();
        };
    }

    private static Clan after(Clan before, Fields body) {
        return new Clan(
                before.id(),
                body.has("name") ? Words.name(body) : before.name(),
                body.has("tag") ? Words.tag(body) : before.tag(),
                body.has("motto") ? Words.motto(body) : before.motto(),
                body.has("admission") ? Words.admission(body) : before.admission(),
                body.has("country")
                        ? body.optionalText("country", 2, 2).map(Words::country).orElse(null)
                        : before.country(),
                body.optionalText("language", 2, 8).map(Words::language).orElse(before.language()),
                body.has("level") ? Words.level(body) : before.level(),
                before.leader(),
                before.size(),
                before.createdAt(),
                before.activeAt());
    }
}
