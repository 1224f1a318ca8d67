package games.drawbridge.functions.events;

import games.drawbridge.model.events.Expedition;
import games.drawbridge.model.events.Round;
import games.drawbridge.model.leaderboard.BoardId;
import java.time.Instant;
import java.util.List;

/// A round as players see it.
///
/// @param entered whether the caller's clan has
/// @param prizes of every member of a clan, for the ranks from the first on
record Event(
        String id,
        String title,
        BoardId board,
        Instant signUpFrom,
        Instant from,
        Instant until,
        Round.Phase phase,
        boolean entered,
        List<Expedition.Prize> prizes) {

    static Event of(Round round, Instant now, boolean entered) {
        return new Event(
                round.id(),
                round.expedition().title(),
                round.expedition().board(),
                round.week().from().minus(Round.SIGN_UP),
                round.week().from(),
                round.week().until(),
                round.phase(now),
                entered,
                round.expedition().prizes());
    }
}
