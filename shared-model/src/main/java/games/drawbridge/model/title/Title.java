package games.drawbridge.model.title;

import static java.util.stream.Collectors.toUnmodifiableMap;

import games.drawbridge.model.base.Base;
import games.drawbridge.model.chat.Chat;
import games.drawbridge.model.chat.Words;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.games.Relay;
import games.drawbridge.model.hall.Hall;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.leaderboard.Cycle;
import games.drawbridge.model.leaderboard.Scope;
import games.drawbridge.model.lobby.Lobby;
import games.drawbridge.model.market.Shelf;
import games.drawbridge.model.region.Region;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Versions;
import games.drawbridge.model.room.WellKnown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What this title is made of. A new kind of room or board is one line here.
public record Title(List<Rules<?, ?, ?>> kinds, List<Board> boards) {

    private static final Words BLOCKED = new Words(List.of("bastard", "idiot", "moron"));

    public static final Title TITLE =
            new Title(
                    List.of(
                            new Relay(),
                            new FourInARow(),
                            new Chat(BLOCKED),
                            new Region(),
                            new Lobby(),
                            new Hall(BLOCKED),
                            new Base(),
                            new Shelf()),
                    List.of(
                            Board.of(FourInARow.BOARD, "Four in a row: games won")
                                    .each(new Cycle.Always(), new Cycle.Weekly())
                                    .within(Scope.WORLD, Scope.CLAN)));

    public Title {
        kinds = List.copyOf(kinds);
        boards = List.copyOf(boards);
    }

    /// The rules of a kind, if the title has it.
    public Optional<Rules<?, ?, ?>> rules(String kind) {
        return kinds.stream().filter(rules -> rules.kind().name().equals(kind)).findFirst();
    }

    /// The well-known room of that id, if the title has it.
    public Optional<Known> known(RoomId room) {
        return room.isWellKnown()
                ? rules(room.kind())
                        .filter(WellKnown.class::isInstance)
                        .flatMap(rules -> ((WellKnown<?, ?, ?>) rules).known(room.name()))
                : Optional.empty();
    }

    /// The kinds that players make rooms of.
    public List<Rules<?, ?, ?>> made() {
        return kinds.stream()
                .<Rules<?, ?, ?>>map(it -> it)
                .filter(rules -> !(rules instanceof WellKnown))
                .toList();
    }

    /// Which rooms of each kind this title's rules can go on with: what a node says of itself.
    public Map<String, Versions> versions() {
        return kinds.stream()
                .collect(
                        toUnmodifiableMap(
                                rules -> rules.kind().name(),
                                rules -> new Versions(rules.oldest(), rules.version())));
    }

    public Optional<Board> board(BoardId id) {
        return boards.stream().filter(board -> board.id().equals(id)).findFirst();
    }
}
