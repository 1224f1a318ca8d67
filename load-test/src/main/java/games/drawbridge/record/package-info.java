/// How what was measured is written down: *samples* of one kind, and the *page* that shows them.
@NullMarked
package games.drawbridge.record;

import org.jspecify.annotations.NullMarked;
