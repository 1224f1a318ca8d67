package games.drawbridge.functions.login;

import games.drawbridge.functions.http.Fields;

/// The player's own device: its id with a secret that only it has. The secret is held against the
/// one that registered, where that is found.
final class GuestProvider implements Provider {

    @Override
    public String name() {
        return Identity.GUEST;
    }

    @Override
    public Proof prove(Fields body) {
        String device = body.text("deviceId", 1, LoginLimits.DEVICE_ID);
        String secret =
                body.text("secret", LoginLimits.SHORTEST_SECRET, LoginLimits.LONGEST_SECRET);
        var proof = Proof.of(Identity.guest(device));
        return new Proof(
                proof.identity(),
                new GuestSecret(secret),
                proof.older(),
                proof.locale(),
                proof.country(),
                proof.email());
    }
}
