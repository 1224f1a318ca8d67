package games.drawbridge.model.chat;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Known.Door;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Terms;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who meets in a channel, as its name says.
sealed interface Channel {
    Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
    Pattern CLAN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    /// `world`, and `world:de` for those who speak it.
    record World() implements Channel {}

    /// `region:north`
    record Region() implements Channel {}

    /// `room:ID`, for those who sat there.
    record Room(RoomId room) implements Channel {}

    /// `clan:ID`, for its members.
    record Clan(String id) implements Channel {}

    /// `dm:ann:bob`, for these two; the lesser id stands first.
    record Direct(PlayerId one, PlayerId other) implements Channel {}

    /// The channel of that name, if it is one.
    static Optional<Channel> of(String name) {
        String[] parts = name.split(":", -1);
        return switch (parts[0]) {
            case "world" -> parts.length == 1 || speaks(parts) ? Optional.of(new World()) : none();
            case "region" ->
                    parts.length == 2 && REGION.matcher(parts[1]).matches()
                            ? Optional.of(new Region())
                            : none();
            case "clan" ->
                    parts.length == 2 && CLAN.matcher(parts[1]).matches()
                            ? Optional.of(new Clan(parts[1]))
                            : none();
            case "room" -> parts.length == 2 ? room(parts[1]) : none();
            case "dm" -> parts.length == 3 ? direct(parts[1], parts[2]) : none();
            default -> none();
        };
    }

    private static Optional<Channel> none() {
        return Optional.empty();
    }

    private static boolean speaks(String[] parts) {
        return parts.length == 2 && LANGUAGE.matcher(parts[1]).matches();
    }

    private static Optional<Channel> room(String id) {
        try {
            return Optional.of(new Room(new RoomId(id)));
        } catch (IllegalArgumentException noRoom) {
            return none();
        }
    }

    /// Each two have one channel, so it is there in one order only.
    private static Optional<Channel> direct(String one, String other) {
        try {
            return one.compareTo(other) < 0
                    ? Optional.of(new Direct(new PlayerId(one), new PlayerId(other)))
                    : none();
        } catch (IllegalArgumentException nobody) {
            return none();
        }
    }

    default Door door() {
        return switch (this) {
            case World _, Region _ -> new Door.Open();
            case Room(var room) -> new Door.Sitters(room);
            case Clan(var id) -> new Door.Members(id);
            case Direct(var one, var other) -> new Door.Between(one, other);
        };
    }

    default boolean admits(PlayerId player) {
        return !(this instanceof Direct(var one, var other))
                || player.equals(one)
                || player.equals(other);
    }

    default Terms terms() {
        return switch (this) {
            case World _, Region _ -> Terms.crowd(ChatLimits.CROWD, ChatLimits.HOLD);
            case Room _, Clan _ -> Terms.crowd(ChatLimits.ROOM, ChatLimits.HOLD);
            case Direct _ -> Terms.seats(2);
        };
    }

    /// Seconds between two messages of a player, unless a moderator says otherwise.
    default int slow() {
        return switch (this) {
            case World _, Region _ -> ChatLimits.SLOW;
            case Room _, Clan _, Direct _ -> 0;
        };
    }
}
