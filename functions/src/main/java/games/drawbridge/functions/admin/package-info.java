/// What people do who look after the game: *support* and *admins*. Every call leaves an *audit
/// entry* that nobody can change.
@NullMarked
package games.drawbridge.functions.admin;

import org.jspecify.annotations.NullMarked;
