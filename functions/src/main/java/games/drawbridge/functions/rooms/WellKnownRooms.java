package games.drawbridge.functions.rooms;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.functions.blocks.BlockTable;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.log.Manifest;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Versions;
import games.drawbridge.model.title.Title;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The rooms that nobody makes: each stands from the moment somebody first asks for it. Its maker
/// is who did.
final class WellKnownRooms {
    private static final int NOT_FOUND = 404;

    private final RoomTable rooms;
    private final NodeTable nodes;
    private final InstantSource clock;
    private final SecureRandom dice;
    private final RandomText random;
    private final TitleFiles files;
    private final MembershipTable clans;
    private final BlockTable blocks;

    WellKnownRooms(
            RoomTable rooms,
            NodeTable nodes,
            TitleFiles files,
            MembershipTable clans,
            BlockTable blocks,
            InstantSource clock,
            SecureRandom dice) {
        this.files = files;
        this.clans = clans;
        this.blocks = blocks;
        this.rooms = rooms;
        this.nodes = nodes;
        this.clock = clock;
        this.dice = dice;
        this.random = new RandomText(dice);
    }

    /// Who comes to the door of a well-known room.
    ///
    /// @param admitted whether the door is for them
    /// @param blocked whether they and the one whom they meet there want to hear nothing of each
    ///   other
    /// @param officer whether they moderate there
    record Visitor(boolean admitted, boolean blocked, boolean officer) {
        private static Visitor of(boolean admitted) {
            return new Visitor(admitted, false, false);
        }
    }

    /// Asks on the way what the door of a room wants to know; nobody is anything at the door of a
    /// room that the title has not.
    Supplier<Visitor> ask(Together.Trip trip, RoomId id, PlayerId player) {
        return Title.TITLE
                .known(id)
                .map(known -> ask(trip, known.door(), player))
                .orElse(() -> Visitor.of(false));
    }

    private Supplier<Visitor> ask(Together.Trip trip, Known.Door door, PlayerId player) {
        return switch (door) {
            case Known.Door.Open _ -> () -> Visitor.of(true);
            case Known.Door.Only(var players) -> () -> Visitor.of(players.contains(player));
            case Known.Door.Between between when !between.has(player) -> () -> Visitor.of(false);
            case Known.Door.Between between -> {
                var other = between.beside(player);
                var one = trip.with(() -> blocks.has(player, other));
                var two = trip.with(() -> blocks.has(other, player));
                yield () -> new Visitor(true, one.get() || two.get(), false);
            }
            case Known.Door.Sitters(var room) -> {
                var sat = trip.with(() -> rooms.sat(room, player));
                yield () -> Visitor.of(sat.get());
            }
            case Known.Door.Members(var name) -> {
                var clan = new ClanId(name);
                var written = trip.with(() -> clans.row(player));
                var lives = trip.with(() -> clans.lives(clan));
                var officer = trip.with(() -> clans.isOfficer(player, clan));
                yield () ->
                        new Visitor(
                                written.get().filter(clan::equals).isPresent() && lives.get(),
                                false,
                                officer.get());
            }
        };
    }

    /// The room, made now if nobody asked for it before. Of many who ask first at the same time one
    /// makes it, and all get the same.
    ///
    /// @param found the room as it is
    /// @throws Problem 404 `not-found` when the title has none of that name, 403 `forbidden` or
    ///   `blocked` when it is not for this player
    Room find(RoomId id, PlayerId player, Visitor visitor, Optional<Room> found, List<Node> alive) {
        var known = Title.TITLE.known(id).orElseThrow(() -> Problem.notFound("no such room"));
        if (visitor.blocked())
            throw new Problem(403, "blocked", "one of you has blocked the other");
        if (!visitor.admitted()) throw Problem.forbidden("this room is not for you");
        return found.orElseGet(() -> rooms.standing(fresh(id, known, player, alive)));
    }

    /// The room, whoever may come in; nothing when the title has none of that name.
    Optional<Room> stand(RoomId id, PlayerId maker) {
        var known = Title.TITLE.known(id);
        if (known.isEmpty()) return Optional.empty();
        try {
            return Optional.of(stand(id, known.get(), maker));
        } catch (Problem problem) {
            if (problem.status() == NOT_FOUND) return Optional.empty();
            throw problem;
        }
    }

    private Room stand(RoomId id, Known known, PlayerId maker) {
        return rooms.find(id)
                .orElseGet(() -> rooms.standing(fresh(id, known, maker, nodes.alive())));
    }

    private Room fresh(RoomId id, Known known, PlayerId maker, List<Node> alive) {
        int version =
                Title.TITLE
                        .rules(id.kind())
                        .map(it -> it.version())
                        .orElse(Versions.FIRST.newest());
        var node = Placement.choose(id, id.kind(), version, alive);
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
