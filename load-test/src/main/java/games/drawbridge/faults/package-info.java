/// Faults on real processes, under load, and what came of them. A *scenario* is one kind of fault,
/// a *round* is once of it, the *stage* is the world that it happens to; a *goal* is a figure that
/// was promised.
@NullMarked
package games.drawbridge.faults;

import org.jspecify.annotations.NullMarked;
