/// What all endpoints share: a *request* is decoded with a clear word on what is wrong, a *reply*
/// goes back, a *problem* is a reply that says no.
@NullMarked
package games.drawbridge.functions.http;

import org.jspecify.annotations.NullMarked;
