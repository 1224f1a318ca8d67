/// HTTP as the local world's parts see it: a *request* and a *response* are values, an *answerer*
/// makes one from the other on a thread of its own.
@NullMarked
package games.drawbridge.local.http;

import org.jspecify.annotations.NullMarked;
