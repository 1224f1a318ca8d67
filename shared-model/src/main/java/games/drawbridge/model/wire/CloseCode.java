package games.drawbridge.model.wire;

/// Why a node closes a socket. The hundreds say what the client then does.
public enum CloseCode {
    // 41xx: reconnect to the same url with `resume`
    INTERNAL(4100),
    NO_HEARTBEAT(4101),
    SLOW(4102),
    RESTARTING(4104),
    // 42xx: ask the join call again, then `join` with the position
    MOVED(4200),
    DRAINED(4201),
    NOT_OWNER(4202),
    OVERLOADED(4203),
    // 43xx: ask the join call again, join fresh
    RESUME_EXPIRED(4300),
    ELSEWHERE(4302),
    // 44xx: stop and tell the player
    MALFORMED(4400),
    UNAUTHORIZED(4401),
    NO_HELLO(4403),
    NO_SUCH_ROOM(4404),
    ABUSE(4408),
    TOO_BIG(4409),
    ROOM_OVER(4410),
    VERSION(4426),
    BANNED(4451);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
