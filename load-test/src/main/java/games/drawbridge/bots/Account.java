package games.drawbridge.bots;

/// A bot that is logged in.
///
/// @param token valid for 15 minutes
public record Account(String player, String token) {

    /// Logs a guest in, for the first time or again.
    public static Account guest(Api api, String device) {
        var secret = "a bot's secret, for nobody to guess: " + device;
        var body = "{\"deviceId\":\"%s\",\"secret\":\"%s\"}".formatted(device, secret);
        var session = api.post("/v1/login/guest", null, body).ok();
        return new Account(session.get("playerId").asText(), session.get("accessToken").asText());
    }
}
