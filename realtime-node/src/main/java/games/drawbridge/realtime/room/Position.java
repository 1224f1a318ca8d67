package games.drawbridge.realtime.room;

/// Up to where a client has applied a room's events.
public record Position(long epoch, long seq) {}
