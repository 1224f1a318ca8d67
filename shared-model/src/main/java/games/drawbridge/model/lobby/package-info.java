/// A *lobby* is where players *queue* for a match, alone or as a *party* that stays together. Its
/// *mode* says what is a match; the *matcher* makes matches of who waits. A match is *offered*
/// first: who does not accept in time is replaced, and all the others wait on from where they were.
@NullMarked
package games.drawbridge.model.lobby;

import org.jspecify.annotations.NullMarked;
