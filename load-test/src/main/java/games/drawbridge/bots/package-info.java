/// Players that are programs. They share no code with what they play against: what they know of it
/// are the two contracts. A *bot* is one such player.
@NullMarked
package games.drawbridge.bots;

import org.jspecify.annotations.NullMarked;
