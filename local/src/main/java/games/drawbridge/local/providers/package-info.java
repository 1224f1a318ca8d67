/// *Doubles* of the companies that the game works with, each speaking that company's own formats:
/// who logs in there is whoever asks, and who pays pays nothing.
@NullMarked
package games.drawbridge.local.providers;

import org.jspecify.annotations.NullMarked;
