package games.drawbridge.functions.rating;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;

/// How well a player plays. Of one person's two accounts the one that played more is right.
public final class RatingHolding implements Holding {
    private final RatingTable ratings;
    private final InstantSource clock;

    public RatingHolding(Aws aws, InstantSource clock) {
        ratings = new RatingTable(aws);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ratings";
    }

    @Override
    public Object export(PlayerId player) {
        return ratings.of(player).stream().map(Rated::view).toList();
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        ratings.move(from, into, clock.instant());
    }

    @Override
    public void erase(PlayerId player) {
        ratings.erase(player);
    }
}
