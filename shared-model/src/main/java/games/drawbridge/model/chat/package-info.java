/// A *channel* is a room in which players *say* things: each is a *message*. A *moderator* may
/// *mute* a player, *remove* a message, and set how *slow* a channel is.
@NullMarked
package games.drawbridge.model.chat;

import org.jspecify.annotations.NullMarked;
