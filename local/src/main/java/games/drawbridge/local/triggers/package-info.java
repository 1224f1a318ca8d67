/// *Triggers* invoke functions without a request: for the changes of a table, the messages of a
/// queue, a clock, the rotation of a secret. They retry, split and give up as Lambda does.
@NullMarked
package games.drawbridge.local.triggers;

import org.jspecify.annotations.NullMarked;
