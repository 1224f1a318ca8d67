package games.drawbridge.model.fleet;

import games.drawbridge.model.room.Candidate.State;

/// What a node that lives says of itself.
///
/// @param rooms how many it owns
/// @param players how many are connected to it
/// @param busy percent of its event loops' time
public record Beat(State state, long rooms, long players, int busy) {}
