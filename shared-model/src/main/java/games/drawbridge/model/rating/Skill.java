package games.drawbridge.model.rating;

/// How well somebody plays, in whole points.
///
/// @param points 1,000 is the middle
/// @param margin how far the truth may lie from that: two players of three are within it
public record Skill(int points, int margin) {
    /// Of somebody who nothing is known of.
    public static final Skill NEW = Rating.NEW.skill();
}
