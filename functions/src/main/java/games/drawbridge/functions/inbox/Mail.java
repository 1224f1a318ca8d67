package games.drawbridge.functions.inbox;

import java.time.Instant;

/// What a player is told for later.
///
/// @param expires when it goes by itself
public record Mail(MailId id, Instant at, String subject, String text, Instant expires) {}
