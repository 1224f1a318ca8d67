/// A *provider* says who somebody is, with a *proof*: an *identity*, which leads to a player;
/// several may be *linked* to the same one. A *session* is what a login gives: a short-lived access
/// token and a refresh token. The refresh tokens that follow one login are a *family*: only the
/// newest is good, and an older one ends them all. A *nonce* makes a proof good once. A *merge*
/// makes two players one.
@NullMarked
package games.drawbridge.functions.login;

import org.jspecify.annotations.NullMarked;
