package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.rating.Skill;
import games.drawbridge.model.wallet.Unit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why an entry stands in a room's log.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Cause.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = Cause.Sat.class, name = "sat"),
    @JsonSubTypes.Type(value = Cause.Left.class, name = "left"),
    @JsonSubTypes.Type(value = Cause.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = Cause.Rang.class, name = "rang"),
    @JsonSubTypes.Type(value = Cause.Bought.class, name = "bought"),
    @JsonSubTypes.Type(value = Cause.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = Cause.Told.class, name = "told"),
})
public sealed interface Cause {

    /// Who did it; nobody when the room itself did.
    @Nullable PlayerId by();

    /// The room was opened for the first time, and its maker sat down.
    ///
    /// @param seed of all dice in this room; never shown to a player
    record Opened(PlayerId by, String kind, Settings settings, long seed) implements Cause {}

    /// @param skill how well the player plays, where the kind asks for that and it is known
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sat(PlayerId by, @Nullable Skill skill) implements Cause {
        public Sat(PlayerId by) {
            this(by, null);
        }
    }

    record Left(PlayerId by) implements Cause {}

    /// @param id the player's own number of this move
    /// @param moderates whether the player looked after what others say
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Moved(PlayerId by, long id, boolean moderates) implements Cause {
        public Moved(PlayerId by, long id) {
            this(by, id, false);
        }
    }

    record Rang(String timer) implements Cause {
        @Override
        public @Nullable PlayerId by() {
            return null;
        }
    }

    /// Another room said something. What it was is in the events that came of it.
    ///
    /// @param id of the note
    /// @param returned whether this room said it itself, and there is nobody to hear it
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    record Told(RoomId from, String id, boolean returned) implements Cause {
        @Override
        public @Nullable PlayerId by() {
            return null;
        }
    }

    /// A seated player has bought something.
    ///
    /// @param purchase its id
    record Bought(PlayerId by, String purchase, Map<Unit, Long> goods) implements Cause {
        public Bought {
            goods = Map.copyOf(goods);
        }
    }

    /// An operator has closed the room: it is over, whatever its rules say.
    ///
    /// @param operator who; players are not told
    record Closed(PlayerId operator, String why) implements Cause {
        @Override
        public @Nullable PlayerId by() {
            return null;
        }
    }
}
