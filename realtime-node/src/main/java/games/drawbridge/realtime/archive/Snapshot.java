package games.drawbridge.realtime.archive;

import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Memo;
import java.util.SortedMap;

/// What a room's log has come to after one of its batches.
///
/// @param epoch of that batch
/// @param n of that batch
/// @param version of the rules that the state is of
/// @param epochs which epoch wrote the events from which seq on
public record Snapshot(
        long epoch, long n, int version, SortedMap<Long, Long> epochs, Memo<Json> memo) {}
