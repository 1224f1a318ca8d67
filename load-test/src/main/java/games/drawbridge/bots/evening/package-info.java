/// An *evening*: a crowd of bots that live in the world between games. All of them are on one event
/// loop, so that thousands cost no more threads than one. A *line* is a bot's socket, a *stay* its
/// place in one room, *notes* are what it was told and will be held against the logs.
@NullMarked
package games.drawbridge.bots.evening;

import org.jspecify.annotations.NullMarked;
