package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// The moment a room is opened for the first time.
///
/// @param maker who made the room; sits already
/// @param dice the same for every replay of this room
public record Opening(PlayerId maker, Settings settings, Instant at, RandomGenerator dice) {}
