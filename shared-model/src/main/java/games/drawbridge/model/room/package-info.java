/// A *room* is the live unit: a game being played, a region of the map, a lobby, a hall, a channel.
/// It has one *owner* node at a time, a *kind* that names its *rules*, and a *log*. Players ask
/// with *moves*; *events* are what happened, numbered by *seq* without a gap; an *epoch* is one
/// ownership.
@NullMarked
package games.drawbridge.model.room;

import org.jspecify.annotations.NullMarked;
