package games.drawbridge.functions.players;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Shared;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.player.PlayerId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Other players' cards, in the order asked for; who is not there is left out.
@Route("GET /v1/players")
public final class ListPlayers extends Endpoint {
    private final ProfileTable profiles;
    private final MembershipTable memberships;

    public ListPlayers() {
        this(Environment.system());
    }

    public ListPlayers(Environment environment) {
        var aws = new Aws(environment);
        profiles = new ProfileTable(aws);
        memberships = new MembershipTable(aws);
    }

    @Override
    protected Reply answer(Request request) {
        var ids = ids(request.query("ids").orElseThrow(() -> Problem.badInput("ids is missing")));
        var found = profiles.cards(ids);
        var badges = memberships.badges(found.keySet());
        List<Profile.Card> cards =
                ids.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(card -> card.with(badges.get(card.playerId())))
                        .toList();
        String json = JsonText.write(Map.of("players", cards));
        return Shared.reply(request, json, PlayerLimits.CARD_AGE);
    }

    private static Set<PlayerId> ids(String text) {
        var ids = new LinkedHashSet<PlayerId>();
        for (String id : text.split(",", -1)) {
            try {
                ids.add(new PlayerId(id.strip()));
            } catch (IllegalArgumentException _) {
                throw Problem.badInput("ids must be player ids, separated by commas");
            }
        }
        if (ids.size() > PlayerLimits.CARDS)
            throw Problem.badInput("ids are " + PlayerLimits.CARDS + " at most");
        return ids;
    }
}
