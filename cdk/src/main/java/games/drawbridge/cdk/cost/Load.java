package games.drawbridge.cdk.cost;

/// What players do, on average over a month.
///
/// @param players connected at the same time
/// @param moves a second of each player
/// @param room players of a room: so many hear of a move
/// @param map things a second that a player hears of beside (a map, presence)
/// @param bytes of a message on the wire
/// @param durable share of moves whose room's ack level is `durable`, 0 to 1
/// @param pause seconds between two HTTP calls of a player
/// @param peak how many times the average the fullest hour is
public record Load(
        double players,
        double moves,
        double room,
        double map,
        double bytes,
        double durable,
        double pause,
        double peak) {
    public Load {
        if (players < 0 || moves < 0 || room < 1 || map < 0 || bytes < 0)
            throw new IllegalArgumentException("less than nothing");
        if (durable < 0 || durable > 1) throw new IllegalArgumentException("durable is a share");
        if (pause <= 0) throw new IllegalArgumentException("pause is a time");
        if (peak < 1) throw new IllegalArgumentException("the peak is not below the average");
    }

    /// Rooms at the same time.
    double rooms() {
        return players / room;
    }

    /// Millions of moves a month.
    double megaMoves() {
        return moves * players * Prices.MEGASECONDS;
    }

    /// Millions of messages to players a month.
    double megaHeard() {
        return (moves * room + map) * players * Prices.MEGASECONDS;
    }

    /// Millions of HTTP calls a month.
    double megaCalls() {
        return players / pause * Prices.MEGASECONDS;
    }

    /// Gigabytes to players a month.
    double gigabytes() {
        return megaHeard() * bytes / 1_000;
    }
}
