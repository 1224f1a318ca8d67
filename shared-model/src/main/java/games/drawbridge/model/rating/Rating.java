package games.drawbridge.model.rating;

/// What is known of how well somebody plays: a bell curve.
///
/// @param mean points; 1,000 is the middle
/// @param doubt points, its standard deviation
public record Rating(double mean, double doubt) {
    private static final double MIDDLE = 1_000;

    /// A newcomer may be anywhere from the worst to the best.
    public static final Rating NEW = new Rating(MIDDLE, MIDDLE / 3);

    /// Points that every match adds to the doubt, so that a rating never stands still: people
    /// change.
    private static final double DRIFT = MIDDLE / 300;

    /// Before a match is counted.
    Rating drifted() {
        return new Rating(mean, Math.sqrt(variance() + DRIFT * DRIFT));
    }

    double variance() {
        return doubt * doubt;
    }

    public Skill skill() {
        return new Skill((int) Math.round(mean), (int) Math.round(doubt));
    }
}
