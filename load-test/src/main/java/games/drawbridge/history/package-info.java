/// What players and nodes saw, written down as it happened, and whether it could have: a *history*
/// is a list of *lines*; the *checker* holds it against a room's log and names each *violation*.
@NullMarked
package games.drawbridge.history;

import org.jspecify.annotations.NullMarked;
