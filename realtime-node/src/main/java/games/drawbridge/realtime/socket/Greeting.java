package games.drawbridge.realtime.socket;

import games.drawbridge.model.room.Code;
import games.drawbridge.model.wire.CloseCode;

/// What comes of a hello.
sealed interface Greeting {
    Greeting NO_TICKET =
            new Refused(Code.UNAUTHORIZED, "the ticket is not valid here", CloseCode.UNAUTHORIZED);
    Greeting NO_SESSION =
            new Refused(Code.UNAUTHORIZED, "the session is over", CloseCode.RESUME_EXPIRED);
    Greeting OVERLOADED =
            new Refused(Code.BUSY, "this node takes nobody else for now", CloseCode.OVERLOADED);

    Greeting BANNED = new Refused(Code.BANNED, "this player is banned", CloseCode.BANNED);

    record Welcome(Session session) implements Greeting {}

    record Refused(Code code, String detail, CloseCode close) implements Greeting {}
}
