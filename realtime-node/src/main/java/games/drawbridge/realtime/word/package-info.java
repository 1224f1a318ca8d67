/// The operators' *word* to all who are connected: how the server is, and which configuration
/// holds. Every node reads it each second.
@NullMarked
package games.drawbridge.realtime.word;

import org.jspecify.annotations.NullMarked;
