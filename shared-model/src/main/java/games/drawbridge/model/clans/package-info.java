/// A *clan* is a lasting group of players. Each *member* has a *role*, and roles have
/// *permissions*. Its *admission* says how players come in: at once, by a *request* that an officer
/// accepts, or by *invitation* only. Whoever vanishes as its leader has a *successor*.
@NullMarked
package games.drawbridge.model.clans;

import org.jspecify.annotations.NullMarked;
