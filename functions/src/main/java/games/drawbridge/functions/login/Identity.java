package games.drawbridge.functions.login;

import games.drawbridge.functions.Digest;

/// By what a provider knows somebody.
///
/// @param provider `guest`, `facebook`, `instant`, or the name of an OpenID provider
/// @param key the provider's own, of a guest the hash of the device id
public record Identity(String provider, String key) {
    static final String GUEST = "guest";
    static final String FACEBOOK = "facebook";
    static final String INSTANT = "instant";

    public static Identity guest(String device) {
        return new Identity(GUEST, Digest.sha256(device));
    }

    public static Identity facebook(String user) {
        return new Identity(FACEBOOK, user);
    }

    @Override
    public String toString() {
        return provider + "#" + key;
    }
}
