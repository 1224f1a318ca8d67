package games.drawbridge.functions.rooms;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.log.Manifest;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.room.Versions;
import games.drawbridge.model.title.Title;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/// The rooms that nobody makes: each stands from the moment somebody first asks for it. Its maker
/// is who did.
final class WellKnownRooms {
    private final RoomTable rooms;
    private final NodeTable nodes;
    private final InstantSource clock;
    private final SecureRandom dice;
    private final RandomText random;
    private final TitleFiles files;
    private final MembershipTable clans;

    WellKnownRooms(
            RoomTable rooms,
            NodeTable nodes,
            TitleFiles files,
            MembershipTable clans,
            InstantSource clock,
            SecureRandom dice) {
        this.files = files;
        this.clans = clans;
        this.rooms = rooms;
        this.nodes = nodes;
        this.clock = clock;
        this.dice = dice;
        this.random = new RandomText(dice);
    }

    /// The room, made now if nobody asked for it before. Of many who ask first at the same time one
    /// makes it, and all get the same.
    ///
    /// @throws Problem 404 `not-found` when the title has none of that name, 403 `forbidden` when
    ///   it is not for this player
    Room find(RoomId id, PlayerId player) {
        var known = Title.TITLE.known(id).orElseThrow(() -> Problem.notFound("no such room"));
        if (!admits(known.door(), player)) throw Problem.forbidden("this room is not for you");
        return rooms.find(id).orElseGet(() -> rooms.standing(fresh(id, known, player)));
    }

    /// What the player is in that room, who is what else already.
    Standing standing(RoomId id, PlayerId player, Standing other) {
        var door = Title.TITLE.known(id).map(Known::door);
        boolean officer =
                door.isPresent()
                        && door.get() instanceof Known.Door.Members(var clan)
                        && clans.isOfficer(player, new ClanId(clan));
        return officer ? other.moderatingHere() : other;
    }

    private boolean admits(Known.Door door, PlayerId player) {
        return switch (door) {
            case Known.Door.Open _ -> true;
            case Known.Door.Only(var players) -> players.contains(player);
            case Known.Door.Sitters(var room) -> rooms.sat(room, player);
            case Known.Door.Members(var clan) ->
                    clans.of(player).filter(new ClanId(clan)::equals).isPresent();
        };
    }

    private Room fresh(RoomId id, Known known, PlayerId maker) {
        int version =
                Title.TITLE
                        .rules(id.kind())
                        .map(it -> it.version())
                        .orElse(Versions.FIRST.newest());
        var node = Placement.choose(id, id.kind(), version, nodes.alive());
        return new Room(
                id,
                id.kind(),
                files.settings(known),
                maker,
                dice.nextLong(),
                known.isOpen() ? null : random.symbols(RoomLimits.INVITE_SYMBOLS),
                Instant.ofEpochMilli(clock.millis()),
                Room.Owner.first(node, id.kind()),
                Room.Status.OPEN,
                0,
                0,
                Manifest.NONE);
    }
}
