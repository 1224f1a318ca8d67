package games.drawbridge.functions.friends;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Together;
import games.drawbridge.functions.blocks.BlockTable;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.online.OnlineTable;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.friends.Bond;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/// What the calls about friends share: they are one function, and read and write the same rows.
record Circle(
        FriendTable friends,
        BlockTable blocks,
        OnlineTable online,
        ProfileTable profiles,
        Attempts attempts,
        Together together,
        InstantSource clock) {

    static Circle of(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        return new Circle(
                new FriendTable(aws),
                new BlockTable(aws),
                new OnlineTable(aws, clock),
                new ProfileTable(aws),
                new Attempts(new SecureRandom()),
                new Together(),
                clock);
    }

    /// The one in the path.
    static PlayerId other(Request request) {
        return request.path("player", PlayerId::new);
    }

    Bond between(PlayerId player, PlayerId other) {
        return between(friends.of(player), other);
    }

    /// @param lines of the one
    static Bond between(List<FriendTable.Line> lines, PlayerId other) {
        return lines.stream()
                .filter(line -> line.other().equals(other))
                .map(FriendTable.Line::bond)
                .findFirst()
                .orElse(Bond.NONE);
    }
}
