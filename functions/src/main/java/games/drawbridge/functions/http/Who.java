package games.drawbridge.functions.http;

/// Who may call an endpoint.
public enum Who {
    /// Anybody, without a token.
    ANYBODY,
    /// A player: API Gateway has checked the access token.
    PLAYER
}
