/// Frames to bytes and back.
@NullMarked
package games.drawbridge.realtime.wire;

import org.jspecify.annotations.NullMarked;
