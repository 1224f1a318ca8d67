/// A room's *log*: its *entries* in order, appended in *batches* under an *epoch*. Each *home* of a
/// log refuses a batch that is not at the next free position of the highest epoch: that is the
/// *fence*.
@NullMarked
package games.drawbridge.realtime.log;

import org.jspecify.annotations.NullMarked;
