/// How often somebody may try something: a *rate* is counted for one address, device or account at
/// a time, so that no counter is everybody's.
@NullMarked
package games.drawbridge.functions.rates;

import org.jspecify.annotations.NullMarked;
