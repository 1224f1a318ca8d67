/// Runs *functions* as Lambda does: code in a class loader of its own, one request at a time per
/// *instance*, a *role* that says what it may touch. An *invocation* ends in an *outcome*.
@NullMarked
package games.drawbridge.local.lambda;

import org.jspecify.annotations.NullMarked;
