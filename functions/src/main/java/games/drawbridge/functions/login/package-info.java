/// An *identity* (a guest's device so far) leads to a player; a *session* is what a login gives: a
/// short-lived access token and a refresh token. The refresh tokens that follow one login are a
/// *family*: only the newest is good, and an older one ends them all.
@NullMarked
package games.drawbridge.functions.login;

import org.jspecify.annotations.NullMarked;
