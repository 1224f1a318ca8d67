/// What rules want to happen outside their room, carried out once: by a stream as soon as it is
/// written, and by a sweep for what the stream gave up on.
@NullMarked
package games.drawbridge.functions.effects;

import org.jspecify.annotations.NullMarked;
