package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Placed;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that rules want to happen beside their events. It is a value: the platform carries it
/// out exactly once, keyed by (room, seq of the turn's last event, position in the list).
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Score.class, name = "score"),
    @JsonSubTypes.Type(value = Effect.Grant.class, name = "grant"),
    @JsonSubTypes.Type(value = Effect.Mail.class, name = "mail"),
    @JsonSubTypes.Type(value = Effect.Open.class, name = "open"),
    @JsonSubTypes.Type(value = Effect.Rate.class, name = "rate"),
    @JsonSubTypes.Type(value = Effect.Tell.class, name = "tell"),
    @JsonSubTypes.Type(value = Effect.Report.class, name = "report"),
    @JsonSubTypes.Type(value = Effect.SetTimer.class, name = "setTimer"),
    @JsonSubTypes.Type(value = Effect.StopTimer.class, name = "stopTimer"),
})
public sealed interface Effect {

    /// An effect on something outside the room.
    sealed interface Outward extends Effect {
        PlayerId player();
    }

    /// Adds `points` to the player's score on a board, by that board's own rule.
    record Score(BoardId board, PlayerId player, long points) implements Outward {}

    /// Gives the player `amount` (1 or more) of a currency or good.
    record Grant(PlayerId player, Unit unit, long amount) implements Outward {
        public Grant {
            if (amount < 1) throw new IllegalArgumentException("grant of " + amount);
        }
    }

    /// Puts a message into the player's inbox, where it is found after the game.
    ///
    /// @param subject of 1 to 100 characters
    /// @param text of 1 to 2,000 characters
    record Mail(PlayerId player, String subject, String text) implements Outward {
        private static final int SUBJECT = 100;
        private static final int TEXT = 2_000;

        public Mail {
            if (subject.isBlank() || subject.length() > SUBJECT)
                throw new IllegalArgumentException("a subject of 1 to " + SUBJECT + " characters");
            if (text.isBlank() || text.length() > TEXT)
                throw new IllegalArgumentException("a text of 1 to " + TEXT + " characters");
        }
    }

    /// Makes a room of another kind, with a seat for each of these players, who are the only ones
    /// to come.
    ///
    /// @param room its id, which nobody else may guess before
    /// @param players one at least, of one team after the other; the first is its maker
    /// @param meeting what they have in common; absent: nobody knows
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Open(RoomId room, String kind, List<PlayerId> players, @Nullable Meeting meeting)
            implements Outward {
        public Open {
            players = List.copyOf(players);
            if (players.isEmpty()) throw new IllegalArgumentException("a room for nobody");
        }

        @Override
        public PlayerId player() {
            return players.getFirst();
        }
    }

    /// Says how a match came out, once of each room: its players' ratings follow from it.
    ///
    /// @param mode whose ratings: what [Settings#mode] says
    /// @param teams two at least, of 99 different players at most
    record Rate(String mode, List<Placed> teams) implements Outward {
        /// A transaction has 100 rows, and one of them is the room's.
        private static final int MOST = 99;

        public Rate {
            teams = List.copyOf(teams);
            if (teams.size() < 2) throw new IllegalArgumentException("a match of one team");
            var players = teams.stream().flatMap(team -> team.players().stream()).toList();
            if (players.size() > MOST) throw new IllegalArgumentException("too many to rate");
            if (players.stream().distinct().count() < players.size())
                throw new IllegalArgumentException("a player of two teams");
        }

        @Override
        public PlayerId player() {
            return teams.getFirst().players().getFirst();
        }

        public List<PlayerId> players() {
            return teams.stream().flatMap(team -> team.players().stream()).toList();
        }
    }

    /// Tells another room something, which its rules hear once ([Rules#told]): within a second, or
    /// as soon as somebody owns it. It stands if it is a well-known one. Where there is no such
    /// room, or it is over, the note comes back.
    ///
    /// @param player in whose name
    /// @param note of the type that the other kind names; in a log it is what JSON makes of it
    record Tell(PlayerId player, RoomId room, Object note) implements Outward {}

    /// Lays something before those who look after the game.
    ///
    /// @param player who says it
    /// @param about whom
    /// @param reason in the player's words
    /// @param context what they should see of it; in a log it is what JSON makes of it
    record Report(PlayerId player, PlayerId about, String reason, Object context)
            implements Outward {}

    /// Rings the room at `at`, in place of an earlier timer of that name; it outlives the node.
    record SetTimer(String name, long at) implements Effect {
        public SetTimer(String name, Instant at) {
            this(name, at.toEpochMilli());
        }
    }

    /// Takes a timer back; harmless when there is none of that name.
    record StopTimer(String name) implements Effect {}
}
