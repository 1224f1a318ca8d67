/// A *refusal* is a reason, in one sentence, why the local world does not start or go on.
@NullMarked
package games.drawbridge.local.refusal;

import org.jspecify.annotations.NullMarked;
