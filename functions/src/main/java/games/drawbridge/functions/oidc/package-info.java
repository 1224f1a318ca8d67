/// OpenID Connect, as one who trusts a *provider*'s word: an *id token* is checked against the keys
/// that its issuer publishes.
@NullMarked
package games.drawbridge.functions.oidc;

import org.jspecify.annotations.NullMarked;
