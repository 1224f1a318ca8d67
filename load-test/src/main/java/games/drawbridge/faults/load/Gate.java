package games.drawbridge.faults.load;

import games.drawbridge.bots.Account;
import games.drawbridge.bots.Api;
import java.net.URI;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// How players come in: who they are, and by which road.
///
/// @param accounts the account of a player's id, with a token that is still good
/// @param roads the url of a seat, as it is reached from where the player is
public record Gate(Api api, Function<String, Account> accounts, UnaryOperator<URI> roads) {}
