/// To *deploy* is to make what the template declares and is not there yet. Doing it again changes
/// nothing; data is kept.
@NullMarked
package games.drawbridge.local.deploy;

import org.jspecify.annotations.NullMarked;
