/// *Events*: the rounds of the title's expeditions. Clans *enter* a round, are matched into groups
/// when it begins, and their members find their prizes in their mail when it is over.
@NullMarked
package games.drawbridge.functions.events;

import org.jspecify.annotations.NullMarked;
