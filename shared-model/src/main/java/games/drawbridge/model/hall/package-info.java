/// A *hall* is where the members of a clan meet: its officers *announce*, and each may *ask* the
/// others for help.
@NullMarked
package games.drawbridge.model.hall;

import org.jspecify.annotations.NullMarked;
