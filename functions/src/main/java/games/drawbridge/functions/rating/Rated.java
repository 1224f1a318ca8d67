package games.drawbridge.functions.rating;

import games.drawbridge.model.rating.Rating;
import games.drawbridge.model.rating.Skill;

/// What is known of a player in one mode.
///
/// @param matches that it is known from
record Rated(String mode, Rating rating, long matches) {
    static Rated unknown(String mode) {
        return new Rated(mode, Rating.NEW, 0);
    }

    Rated after(Rating next) {
        return new Rated(mode, next, matches + 1);
    }

    /// As players see it.
    record View(String mode, int points, int margin, long matches) {}

    View view() {
        Skill skill = rating.skill();
        return new View(mode, skill.points(), skill.margin(), matches);
    }
}
