/// What happens to a player as a whole and takes a while: becoming part of another (*merge*), being
/// forgotten (*deletion*). Each is a *job*: a row that is there until all of it is done.
@NullMarked
package games.drawbridge.functions.accounts;

import org.jspecify.annotations.NullMarked;
