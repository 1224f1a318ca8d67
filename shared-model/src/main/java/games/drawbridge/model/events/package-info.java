/// *Events* that come back: an *expedition* is a contest of clans. Each week is a *round* of it:
/// clans sign up, are matched into groups of like strength, and gather points on a board; then the
/// places in each group are rewarded.
@NullMarked
package games.drawbridge.model.events;

import org.jspecify.annotations.NullMarked;
