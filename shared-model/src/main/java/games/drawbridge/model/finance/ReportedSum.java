package games.drawbridge.model.finance;

/// What a provider's report says that all its payments of a kind come to, or some of them.
///
/// @param gross signed
public record ReportedSum(Movement.Kind kind, Money gross) {}
