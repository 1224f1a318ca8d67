package games.drawbridge.functions.wallet;

/// What was answered under an idempotency key, to be answered again.
///
/// @param request SHA-256 of the body that was answered
/// @param status of the answer: 201, or the refusal's
/// @param answer the body of the answer, JSON
public record Receipt(String request, int status, String answer) {}
