/// Where a room's log goes in the long run: *segments* (closed stretches of the log), *snapshots*
/// (what the log came to), and once the room is over its whole log, each one object in S3. A room's
/// *manifest* names what of it counts.
@NullMarked
package games.drawbridge.realtime.archive;

import org.jspecify.annotations.NullMarked;
