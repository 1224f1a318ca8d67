package games.drawbridge.realtime.news;

import static java.util.stream.Collectors.toMap;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.news.MailNewsTable.Mailed;
import games.drawbridge.realtime.socket.SocketServer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// Tells players who are connected that mail has come. What a socket misses is not lost: it lies in
/// the inbox, where whoever comes back is told to look.
public final class MailNews {
    private final News<Mailed> news;
    private final BooleanSupplier nobody;
    private final Consumer<Map<PlayerId, NodeFrame.Mail>> tell;

    public MailNews(MailNewsTable table, InstantSource clock, SocketServer sockets) {
        this(table::since, clock, sockets::isEmpty, sockets::tell);
    }

    /// @param nobody whether nobody is connected: then nothing is read
    /// @param tell goes to the players' sockets
    MailNews(
            Function<Instant, List<Mailed>> source,
            InstantSource clock,
            BooleanSupplier nobody,
            Consumer<Map<PlayerId, NodeFrame.Mail>> tell) {
        news = new News<>(source, Mailed::id, News.SHORT, clock, this::came);
        this.nobody = nobody;
        this.tell = tell;
    }

    public void look() {
        if (!nobody.getAsBoolean()) news.look();
    }

    /// Of several mails a player is told once, of the newest.
    private void came(List<Mailed> mails) {
        tell.accept(
                mails.stream()
                        .collect(
                                toMap(
                                        Mailed::player,
                                        it -> new NodeFrame.Mail(it.mail()),
                                        (_, newer) -> newer)));
    }
}
