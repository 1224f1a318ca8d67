package games.drawbridge.functions.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.log.Manifest;
import games.drawbridge.functions.trace.Tracer;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.trace.Trace;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a room and gives it an owner. It begins when its maker comes with the ticket.
@Route(value = "POST /v1/rooms", rate = 500, burst = 1_000)
public final class CreateRoom extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom dice = new SecureRandom();
    private final RandomText random = new RandomText(dice);
    private final RoomTable rooms;
    private final NodeTable nodes;
    private final Together together = new Together();
    private final Tickets tickets;
    private final Admission admission;
    private final Tracer tracer;

    public CreateRoom() {
        this(Environment.system());
    }

    public CreateRoom(Environment environment) {
        var aws = new Aws(environment);
        rooms = new RoomTable(aws, clock);
        nodes = new NodeTable(aws, clock);
        admission = new Admission(aws, clock);
        tickets = new Tickets(aws, clock, random);
        tracer = new Tracer(environment, clock);
    }

    /// @param byInvite whether others need one
    private record Wish(Rules<?, ?, ?> rules, Settings settings, boolean byInvite) {
        static Wish of(Fields body) {
            return new Wish(
                    Kinds.made(body.text("kind", 1, RoomLimits.KIND)),
                    body.optionalObject("settings").map(Wish::settings).orElse(Settings.NONE),
                    body.flag("private"));
        }

        private static Settings settings(Fields settings) {
            String json = settings.json();
            if (json.getBytes(UTF_8).length > RoomLimits.SETTINGS)
                throw badSettings("settings have at most " + RoomLimits.SETTINGS + " bytes");
            var chosen = JsonText.read(json, Settings.class);
            if (!chosen.isOfPlayers()) throw badSettings("seats are reserved by lobbies only");
            return chosen;
        }

        Cause.Opened opened(PlayerId maker, long seed) {
            return new Cause.Opened(maker, rules.kind().name(), settings, seed);
        }
    }

    @Override
    protected boolean isTraced() {
        return true;
    }

    @Override
    protected Reply answer(Request request) {
        var about = Map.of("player", request.player().value());
        return tracer.within(request.trace(), "create", about, place -> answer(request, place));
    }

    private Reply answer(Request request, Optional<Trace> trace) {
        var player = request.player();
        var trip = together.trip();
        var standing = admission.ask(trip, player, request.hasRole("support", "admin"));
        var alive = trip.with(nodes::alive);
        trip.go();
        var known = standing.get();
        var wish = Wish.of(request.body().fields());
        Instant now = Instant.ofEpochMilli(clock.millis());
        var opened = wish.opened(player, dice.nextLong());
        check(wish.rules(), opened, now);
        var room = place(opened, wish.rules().version(), now, wish.byInvite(), alive.get());
        rooms.create(room);
        return Reply.created(tickets.seat(room, player, known, trace));
    }

    /// Opens the room here and now, to see whether its kind takes the settings.
    private static <S, M, E> void check(Rules<S, M, E> rules, Cause.Opened opened, Instant now) {
        try {
            var _ = new RoomState<>(rules, opened, now);
        } catch (Settings.BadSetting bad) {
            throw badSettings(String.valueOf(bad.getMessage()));
        }
    }

    private Room place(
            Cause.Opened opened, int version, Instant now, boolean byInvite, List<Node> alive) {
        var id = new RoomId(random.symbols(RoomLimits.ID_SYMBOLS));
        var node = Placement.choose(id, opened.kind(), version, alive);
        return new Room(
                id,
                opened.kind(),
                opened.settings(),
                opened.by(),
                opened.seed(),
                byInvite ? random.symbols(RoomLimits.INVITE_SYMBOLS) : null,
                now,
                Room.Owner.first(node, opened.kind()),
                Room.Status.OPEN,
                0,
                0,
                Manifest.NONE);
    }

    private static Problem badSettings(String detail) {
        return new Problem(400, "bad-settings", detail);
    }
}
