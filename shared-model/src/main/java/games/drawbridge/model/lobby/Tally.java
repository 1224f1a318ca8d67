package games.drawbridge.model.lobby;

/// What came of queueing here.
///
/// @param matches that were begun
/// @param failed offers that somebody did not accept
/// @param players who got into a match
/// @param waited milliseconds, all of those players together
/// @param quality of all matches together
/// @param filled how many of those players came into a match that had begun
public record Tally(
        long matches, long failed, long players, long waited, long quality, long filled) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally begun(Match match, long millis) {
        int came = match.players().size();
        return match.room() == null
                ? new Tally(
                        matches + 1,
                        failed,
                        players + came,
                        waited + millis,
                        quality + match.quality(),
                        filled)
                : new Tally(
                        matches, failed, players + came, waited + millis, quality, filled + came);
    }

    Tally failedOnce() {
        return new Tally(matches, failed + 1, players, waited, quality, filled);
    }
}
