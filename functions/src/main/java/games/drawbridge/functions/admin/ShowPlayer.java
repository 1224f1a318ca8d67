package games.drawbridge.functions.admin;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.bans.BanTable;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.login.FamilyTable;
import games.drawbridge.functions.login.IdentityTable;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.functions.rooms.SeatTable;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// All that support must know of a player.
@Route(value = "GET /v1/admin/players/{id}", rate = 50, burst = 100)
public final class ShowPlayer extends AdminEndpoint {
    private final ProfileTable profiles;
    private final IdentityTable identities;
    private final FamilyTable families;
    private final BanTable bans;
    private final SeatTable seats;

    public ShowPlayer() {
        this(Environment.system());
    }

    public ShowPlayer(Environment environment) {
        this(new Aws(environment));
    }

    private ShowPlayer(Aws aws) {
        super(aws, Role.SUPPORT, false);
        profiles = new ProfileTable(aws);
        identities = new IdentityTable(aws);
        families = new FamilyTable(aws, InstantSource.system());
        bans = new BanTable(aws, InstantSource.system());
        seats = new SeatTable(aws);
    }

    @Override
    @Nullable String subject(Request request) {
        return request.path("id", PlayerId::new).value();
    }

    @Override
    Act act(Request request) {
        var player = request.path("id", PlayerId::new);
        var all = new LinkedHashMap<String, Object>();
        all.put(
                "player",
                profiles.find(player).orElseThrow(() -> Problem.notFound("no such player")));
        all.put("identities", identities.of(player));
        all.put("sessions", families.of(player));
        all.put("bans", bans.of(player));
        all.put("rooms", seats.open(player));
        return Act.read(all);
    }
}
