/// What a game came to: counted of its log, once it is over and archived. *Figures* are what a kind
/// counts of a player beside what is counted of every kind.
@NullMarked
package games.drawbridge.model.statistics;

import org.jspecify.annotations.NullMarked;
