/// Players that are programs. They share no code with what they play against: what they know of it
/// are the two contracts. A *bot* is one such player; an *evening* is many games of them at once.
@NullMarked
package games.drawbridge.bots;

import org.jspecify.annotations.NullMarked;
