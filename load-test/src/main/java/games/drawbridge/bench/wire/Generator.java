package games.drawbridge.bench.wire;

import games.drawbridge.faults.load.Waiting;
import games.drawbridge.realtime.socket.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All players of a run on one event loop. Methods may be called on any other thread.
public final class Generator implements AutoCloseable {
    /// Of a socket: what the server has sent and nobody has read yet.
    private static final int RECEIVE = 256 * 1024;

    /// Milliseconds after which somebody who was not let in comes again.
    private static final long AGAIN = 200;

    /// Milliseconds between two signs of life while others come.
    private static final long ARRIVING = 15_000;

    /// Seconds that servers have to close sockets.
    private static final int PARTING = 5;

    /// Of all players together.
    private static final int MOST_RETRIES = 1_000;

    private final Transport transport = Transport.best();
    private final EventLoopGroup group = transport.loops().apply(1);
    private final EventLoop loop = group.next();
    private final Bootstrap bootstrap;
    private final List<@Nullable Client> clients = new ArrayList<>();
    private final Tally tally;
    private final long thread;
    private final long began = System.nanoTime();
    private final List<String> failures = new ArrayList<>();
    private @Nullable String denial;
    private int retries;
    private @Nullable Arrivals arrivals;
    private @Nullable Coming coming;

    /// @param port of the server, on the loopback
    public Generator(int port, Tally tally) {
        this.tally = tally;
        bootstrap =
                new Bootstrap()
                        .group(loop)
                        .channel(transport.client())
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(ChannelOption.SO_RCVBUF, RECEIVE)
                        .remoteAddress(InetAddress.getLoopbackAddress(), port);
        thread = ask(() -> Thread.currentThread().threadId());
    }

    private <T> T ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, loop).join();
    }

    /// Microseconds since it began.
    long micros() {
        return (System.nanoTime() - began) / 1_000;
    }

    // ---- players come and go ----

    /// Lets players in; they get the numbers after those that are there. Who is in shows it while
    /// others come: that may take longer than a server waits.
    ///
    /// @param atOnce sockets that are on their way in at the same time
    /// @return done when all are in; fails when one is turned away
    public CompletableFuture<Void> connect(List<? extends Visit> visits, int atOnce) {
        var all = new Arrivals(this, visits, atOnce);
        loop.execute(() -> {
            arrivals = all;
            all.begin();
        });
        var beats =
                loop.scheduleAtFixedRate(
                        () -> clients.forEach(Generator::beat),
                        ARRIVING,
                        ARRIVING,
                        TimeUnit.MILLISECONDS);
        return all.done().whenComplete((_, _) -> beats.cancel(false));
    }

    void open(Visit visit) {
        int player = clients.size();
        clients.add(null);
        open(visit, player);
    }

    private void open(Visit visit, int player) {
        var connecting =
                bootstrap
                        .clone()
                        .handler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        var client =
                                                new Client(Generator.this, channel, player, visit);
                                        clients.set(player, client);
                                        channel.pipeline().addLast(client);
                                    }
                                })
                        .connect();
        connecting.addListener(it -> {
            if (!it.isSuccess()) failed(String.valueOf(it.cause()));
        });
    }

    void again(int player, Visit visit, String why) {
        if (++retries > MOST_RETRIES) failed(why);
        else loop.schedule(() -> open(visit, player), AGAIN, TimeUnit.MILLISECONDS);
    }

    void entered(Client client) {
        if (coming != null) coming.entered(client);
        else if (arrivals != null) arrivals.entered();
    }

    void gone() {
        if (coming != null) coming.gone();
    }

    /// From now on players come and go.
    void welcome(Coming players) {
        coming = players;
    }

    void failed(String why) {
        failures.add(why);
        if (coming != null) coming.failed(why);
        else if (arrivals != null) arrivals.failed(why);
    }

    /// The first of them says enough, and an overloaded server turns away many.
    void denied(String why) {
        if (denial == null) denial = why;
    }

    /// What was first turned away by a server that had too much to do; it explains what is missing.
    public Optional<String> denial() {
        return ask(() -> Optional.ofNullable(denial));
    }

    /// What went wrong with sockets.
    public List<String> failures() {
        return ask(() -> List.copyOf(failures));
    }

    /// Cuts all sockets at once; nobody says goodbye.
    public void cut() {
        ask(() -> {
            arrivals = null;
            coming = null;
            clients.stream().filter(Objects::nonNull).forEach(Client::close);
            return clients.size();
        });
    }

    /// Lets everybody in again through new sockets, all at the same moment.
    ///
    /// @return done when all are in
    public CompletableFuture<Void> reconnect(int atOnce) {
        var visits =
                ask(() -> clients.stream().filter(Objects::nonNull).map(Client::visit).toList());
        ask(() -> {
            clients.clear();
            return 0;
        });
        return connect(visits, atOnce);
    }

    // ---- what they say and hear ----

    void heard(int player, ByteBuf message) {
        tally.at(player, micros());
        Saying.scan(message, tally);
    }

    /// Lets the first so many players talk, evenly, each in turn.
    ///
    /// @param perSecond sayings of all of them together
    /// @return what came of it, some time after the last was due
    public Talk talk(int players, double perSecond) {
        return new Talk(this, players, perSecond);
    }

    void say(int player, long due) {
        var client = clients.get(player);
        if (client == null || !client.visit().isIn()) return;
        int number = tally.next(player);
        client.send(client.visit().say(number, Saying.json(player, number, due)));
    }

    /// Everybody shows that they are still there, evenly over the time.
    public void heartbeats(long everyMillis) {
        int parts = 100;
        for (int part = 0; part < parts; part++) {
            int from = part;
            loop.scheduleAtFixedRate(
                    () -> {
                        for (int i = from; i < clients.size(); i += parts) beat(clients.get(i));
                    },
                    everyMillis * part / parts,
                    everyMillis,
                    TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isOpen(@Nullable Client client) {
        return client != null && client.isOpen();
    }

    private static void beat(@Nullable Client client) {
        if (client == null || !client.visit().isIn()) return;
        byte[] beat = client.visit().heartbeat();
        if (beat != null) client.send(beat);
    }

    EventLoop loop() {
        return loop;
    }

    Tally tally() {
        return tally;
    }

    /// What the tally says, at a moment.
    public <T> T counted(Function<Tally, T> question) {
        return ask(() -> question.apply(tally));
    }

    /// Nanoseconds of CPU that the event loop has had.
    public long busy() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
    }

    /// All say goodbye and go: what they leave behind is no burden on the next ones' time.
    @Override
    public void close() {
        ask(() -> {
            clients.stream().filter(Objects::nonNull).forEach(Client::leave);
            return clients.size();
        });
        Waiting.became(PARTING, () -> ask(() -> clients.stream().noneMatch(Generator::isOpen)));
        cut();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
