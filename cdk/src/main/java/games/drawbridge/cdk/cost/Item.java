package games.drawbridge.cdk.cost;

/// One line of a bill.
///
/// @param idle whether it is the same without players
/// @param dollars a month
public record Item(String service, String what, boolean idle, double dollars) {}
