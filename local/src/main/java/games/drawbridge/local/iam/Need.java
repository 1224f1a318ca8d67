package games.drawbridge.local.iam;

/// Something a call may only do if its caller is allowed to.
///
/// @param action `dynamodb:GetItem`
/// @param resource an ARN; `*` where the action has none
record Need(String action, String resource) {}
