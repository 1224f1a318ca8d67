package games.drawbridge.model.leaderboard;

/// What players' own clients may report to a board. A client can lie: a board that lets it is
/// marked so, and these are the bounds of the lie.
///
/// @param least the lowest score that can be reached at all
/// @param most the highest
/// @param step by how much a score may be better than the player's best so far
/// @param perMinute reports of one player
public record ClientScores(long least, long most, long step, int perMinute) {

    public ClientScores {
        if (least > most || step < 1 || perMinute < 1)
            throw new IllegalArgumentException("no score would pass");
    }

    /// What is made of a report.
    public sealed interface Outcome {
        record Plausible() implements Outcome {}

        /// @param reason for the player's developer
        record Implausible(String reason) implements Outcome {}
    }

    /// @param lead by how much it is better than the best so far; 0 when there is none or it is not
    public Outcome judge(long score, long lead) {
        if (score < least || score > most)
            return new Outcome.Implausible("a score is from " + least + " to " + most);
        return lead < 0 || lead > step
                ? new Outcome.Implausible("nobody gets better by more than " + step + " at once")
                : new Outcome.Plausible();
    }
}
