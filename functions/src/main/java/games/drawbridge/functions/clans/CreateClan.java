package games.drawbridge.functions.clans;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanRole;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.clans.Refusal;
import games.drawbridge.model.player.PlayerId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Founds a clan, which the caller leads: `{name, tag, motto?, admission?, country?, language?,
/// level?}`.
@Route(value = "POST /v1/clans", rate = 100, burst = 200)
public final class CreateClan extends Endpoint {
    private final Clans clans;
    private final RandomText random;

    CreateClan(Clans clans) {
        this.clans = clans;
        random = new RandomText(clans.dice());
    }

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var body = request.body().fields();
        var profile =
                clans.profiles()
                        .find(player)
                        .orElseThrow(() -> Problem.unauthorized("no such player"));
        var clan = clan(player, body, Words.languageOf(profile.locale()));
        for (String text : List.of(clan.name(), clan.tag(), clan.motto())) clans.decent(text);
        clans.attempts().until(() -> founded(clan, player));
        var founder = new Member(player, ClanRole.LEADER, clan.createdAt(), clan.createdAt());
        return Reply.created(Hall.of(clan, List.of(founder), Map.of(player, profile.name()), true));
    }

    /// Empty when others wrote the same rows in between.
    private Optional<Boolean> founded(Clan clan, PlayerId player) {
        var row = clans.memberships().row(player);
        if (row.filter(it -> clans.heads().find(it).isPresent()).isPresent())
            throw Clans.refused(Refusal.ALREADY_IN_CLAN);
        var founder = new Member(player, ClanRole.LEADER, clan.createdAt(), clan.createdAt());
        return switch (clans.heads().create(clan, founder, row.orElse(null))) {
            case DONE -> Optional.of(true);
            case NAME_TAKEN -> throw new Problem(409, "name-taken", "another clan has this name");
            case TAG_TAKEN -> throw new Problem(409, "tag-taken", "another clan has this tag");
            case COLLIDED -> Optional.empty();
        };
    }

    private Clan clan(PlayerId player, Fields body, String language) {
        var now = clans.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return new Clan(
                new ClanId(random.symbols(ClanCallLimits.ID_SYMBOLS)),
                Words.name(body),
                Words.tag(body),
                Words.motto(body),
                Words.admission(body),
                body.optionalText("country", 2, 2).map(Words::country).orElse(null),
                body.optionalText("language", 2, 8).map(Words::language).orElse(language),
                Words.level(body),
                player,
                1,
                now,
                now);
    }
}
