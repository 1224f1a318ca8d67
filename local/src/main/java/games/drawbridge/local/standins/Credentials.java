package games.drawbridge.local.standins;

/// What opens every stand-in. Public knowledge, and worth nothing elsewhere.
///
/// @param region in which everything pretends to be
public record Credentials(String accessKeyId, String secretAccessKey, String region) {
    public static final Credentials LOCAL = new Credentials("local", "local", "eu-west-1");
}
