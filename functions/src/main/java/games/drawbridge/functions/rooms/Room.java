package games.drawbridge.functions.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import games.drawbridge.functions.log.Manifest;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Versions;
import games.drawbridge.model.title.Title;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The head row of a room: what it is and where it lives.
///
/// @param seed of all its dice; never shown
/// @param invite of a private room
/// @param owner whose log it is now
/// @param players how many sit
/// @param head seq of its newest event, a moment ago
/// @param manifest what of its log is archived
record Room(
        RoomId id,
        String kind,
        Settings settings,
        PlayerId maker,
        long seed,
        @Nullable String invite,
        Instant createdAt,
        Owner owner,
        Status status,
        long players,
        long head,
        Manifest manifest) {

    enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("over")
        OVER
    }

    /// @param generation which life of the node
    /// @param epoch which ownership of the room this is, from 1
    /// @param version of the kind's rules that the node writes with: what the next owner must know
    record Owner(NodeId node, String generation, long epoch, int version) {
        static Owner first(Candidate node, String kind) {
            return of(node, kind, 1);
        }

        private static Owner of(Candidate node, String kind, long epoch) {
            int version = node.versions(kind).orElse(Versions.FIRST).newest();
            return new Owner(node.node(), node.generation(), epoch, version);
        }

        boolean isAmong(List<Node> alive) {
            return alive.stream().anyMatch(this::is);
        }

        boolean is(Node life) {
            var of = life.candidate();
            return of.node().equals(node) && of.generation().equals(generation);
        }
    }

    /// Who owns the room once this node has got it.
    Owner next(Candidate node) {
        return Owner.of(node, kind, owner.epoch + 1);
    }

    /// How safe its events are when they are told, which says where its log is; a kind that the
    /// title has no more has none.
    Optional<AckLevel> level() {
        return Title.TITLE.rules(kind).map(rules -> rules.terms(settings).ack());
    }

    /// Whether its log shuts earlier owners out, so that a new one may come before the old one is
    /// known to be dead. A log in the owner's memory does not.
    boolean isFenced() {
        return level().filter(level -> level != AckLevel.MEMORY).isPresent();
    }

    /// A room as everybody may see it.
    ///
    /// @param statistics of its game, once that was counted; for those who were there
    record Card(
            RoomId room,
            String kind,
            Status status,
            long players,
            long head,
            Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Json statistics) {

        Card forStrangers() {
            return new Card(room, kind, status, players, head, createdAt, null);
        }
    }

    Room ownedBy(Owner next) {
        return new Room(
                id, kind, settings, maker, seed, invite, createdAt, next, status, players, head,
                manifest);
    }
}
