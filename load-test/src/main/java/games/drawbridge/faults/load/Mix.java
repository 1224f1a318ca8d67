package games.drawbridge.faults.load;

import games.drawbridge.model.room.AckLevel;

/// What a load is made of.
///
/// @param memory relay rooms of that ack level; the same for `live` and `durable`
/// @param games of four-in-a-row at any time
/// @param seats players of each relay room
/// @param size bytes of padding in each relayed move
public record Mix(
        int memory, int live, int durable, int games, int seats, int size, Manner manner) {
    public static final Mix USUAL = new Mix(2, 4, 4, 3, 2, 0, Manner.LIVELY);

    public static Mix only(AckLevel level, int rooms, int seats, Manner manner) {
        return new Mix(
                level == AckLevel.MEMORY ? rooms : 0,
                level == AckLevel.LIVE ? rooms : 0,
                level == AckLevel.DURABLE ? rooms : 0,
                0,
                seats,
                0,
                manner);
    }

    public Mix with(Manner other) {
        return new Mix(memory, live, durable, games, seats, size, other);
    }

    public Mix size(int bytes) {
        return new Mix(memory, live, durable, games, seats, bytes, manner);
    }

    int relays(AckLevel level) {
        return switch (level) {
            case MEMORY -> memory;
            case LIVE -> live;
            case DURABLE -> durable;
        };
    }
}
