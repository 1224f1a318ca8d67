package games.drawbridge.functions.friends;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Calls;

/// All that players do with friends and with those they have blocked.
public final class FriendCalls extends Calls {
    public FriendCalls() {
        this(Environment.system());
    }

    public FriendCalls(Environment environment) {
        this(Circle.of(environment));
    }

    private FriendCalls(Circle circle) {
        super(
                new ListFriends(circle),
                new AskFriend(circle),
                new EndFriend(circle),
                new ShowPresence(circle),
                new ListBlocks(circle),
                new BlockPlayer(circle),
                new UnblockPlayer(circle));
    }
}
