package games.drawbridge.simulation;

import games.drawbridge.model.room.AckLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a seed's evening is like.
///
/// @param level of the relayed room
/// @param four whether a game of four-in-a-row is played as well
/// @param weather of all services, when no fault makes it worse
/// @param faults which kinds there are
/// @param count how many of them
record Plan(AckLevel level, boolean four, Weather weather, Set<Fault> faults, int count) {

    /// What can be done to the world.
    enum Fault {
        KILL,
        DRAIN,
        PAUSE,
        CUT_STORES,
        CUT_PLAYERS,
        TUNNEL,
        CLOG,
        STORM,
        REDIS_AWAY,
        REDIS_LOSS,
        SPOIL,
        NIGHT;

        /// Whether an owner may be gone after it.
        boolean isOfOwners() {
            return this == KILL
                    || this == DRAIN
                    || this == PAUSE
                    || this == CUT_STORES
                    || this == CUT_PLAYERS;
        }
    }

    private static final List<Weather> WEATHERS =
            List.of(Weather.CALM, Weather.USUAL, Weather.USUAL, Weather.ROUGH);

    static Plan of(Dice dice) {
        var faults = EnumSet.noneOf(Fault.class);
        for (var fault : Fault.values()) if (dice.happens(chance(fault))) faults.add(fault);
        if (faults.isEmpty()) faults.add(Fault.KILL);
        return new Plan(
                dice.oneOf(List.of(AckLevel.values())),
                dice.happens(0.3),
                dice.oneOf(WEATHERS),
                faults,
                3 + dice.upTo(25));
    }

    private static double chance(Fault fault) {
        return switch (fault) {
            case KILL, PAUSE -> 0.6;
            case DRAIN, CUT_STORES, CUT_PLAYERS, TUNNEL -> 0.4;
            case CLOG, STORM, REDIS_AWAY -> 0.3;
            case REDIS_LOSS, SPOIL -> 0.15;
            case NIGHT -> 0.05;
        };
    }

    /// Whether acknowledged events of that level may be lost: memory with its owner, and the live
    /// log together with its owner.
    boolean mayLose(AckLevel level) {
        return switch (level) {
            case MEMORY -> true;
            case LIVE ->
                    faults.contains(Fault.REDIS_LOSS)
                            && (faults.contains(Fault.NIGHT)
                                    || !weather.equals(Weather.CALM)
                                    || faults.stream().anyMatch(Fault::isOfOwners));
            case DURABLE -> false;
        };
    }
}
