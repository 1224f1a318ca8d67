package games.drawbridge.realtime;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.Candidate.State;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.title.Title;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.realtime.archive.Archive;
import games.drawbridge.realtime.archive.S3Bucket;
import games.drawbridge.realtime.bans.BanLimits;
import games.drawbridge.realtime.bans.Bans;
import games.drawbridge.realtime.bans.BansTable;
import games.drawbridge.realtime.bus.Address;
import games.drawbridge.realtime.bus.Bus;
import games.drawbridge.realtime.bus.BusLimits;
import games.drawbridge.realtime.bus.RedisPubSub;
import games.drawbridge.realtime.load.Admission;
import games.drawbridge.realtime.load.BusyShare;
import games.drawbridge.realtime.load.EventLoops;
import games.drawbridge.realtime.load.LoadLimits;
import games.drawbridge.realtime.log.LogTable;
import games.drawbridge.realtime.log.Logs;
import games.drawbridge.realtime.log.RedisLink;
import games.drawbridge.realtime.log.RedisStreams;
import games.drawbridge.realtime.metrics.Metrics;
import games.drawbridge.realtime.online.Online;
import games.drawbridge.realtime.online.OnlineLimits;
import games.drawbridge.realtime.online.OnlineTable;
import games.drawbridge.realtime.placement.ArchiveTable;
import games.drawbridge.realtime.placement.FleetTable;
import games.drawbridge.realtime.placement.Heartbeat;
import games.drawbridge.realtime.placement.MemoryRecords;
import games.drawbridge.realtime.placement.NodesTable;
import games.drawbridge.realtime.placement.NodesTable.Load;
import games.drawbridge.realtime.placement.Owners;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.placement.RoomsTable;
import games.drawbridge.realtime.placement.TableRecords;
import games.drawbridge.realtime.purchases.PurchaseLimits;
import games.drawbridge.realtime.purchases.PurchaseNews;
import games.drawbridge.realtime.purchases.PurchaseTable;
import games.drawbridge.realtime.relay.Relays;
import games.drawbridge.realtime.room.Guide;
import games.drawbridge.realtime.room.Opener;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.room.Warmup;
import games.drawbridge.realtime.socket.SocketServer;
import games.drawbridge.realtime.socket.TicketGuide;
import games.drawbridge.realtime.storage.Blocking;
import games.drawbridge.realtime.storage.Timers;
import games.drawbridge.realtime.word.WordTable;
import games.drawbridge.realtime.word.Words;
import io.netty.channel.nio.NioEventLoopGroup;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// All wiring of the node, its start and its end.
@ApplicationScoped
class Node {
    private static final Logger LOG = Logger.getLogger(Node.class);

    /// Of S3: after these a call counts as failed and is tried again.
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final Duration SILENCE = Duration.ofSeconds(10);

    /// The first loads classes, a second of work; the others let the JVM see what to compile.
    private static final int REHEARSALS = 20;

    private final NodeConfig config;
    private final Metrics metrics = new Metrics();
    private final NioEventLoopGroup threads = new NioEventLoopGroup();
    private final ScheduledExecutorService sweeps = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final Heartbeat heartbeat;
    private final BusyShare busy;
    private final Bus bus;
    private final Relays relays;
    private final Rooms rooms;
    private final SocketServer sockets;
    private final Bans bans;
    private final Words words;
    private final PurchaseNews purchases;
    private final Online online;
    private final ScheduledExecutorService presence = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService news = Executors.newSingleThreadScheduledExecutor();
    private final Runnable warmup;
    private final Departure departure;

    @Inject
    Node(
            NodeConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version,
            Redis redis,
            DynamoDbClient dynamo) {
        this.config = config;
        var node = new NodeId(config.id());
        var generation = UUID.randomUUID().toString();
        var clock = Clock.systemUTC();
        var io = Blocking.threads();

        var timers = Timers.real();
        var table = config.roomsTable();
        var rows = new RoomsTable(dynamo, table);
        var records = new TableRecords(rows, new ArchiveTable(dynamo, table), timers, io);
        var logs = logs(new RedisLink(redis), dynamo, timers, io);
        var archive = new Archive(new S3Bucket(s3(config), config.archiveBucket(), io), timers);
        var opener = opener(records, logs, archive, config.snapshotEvery(), clock);
        purchases = new PurchaseNews(new PurchaseTable(dynamo, table), clock, this::tellRooms);
        rooms = new Rooms(node, generation, records, opener, clock, purchases::lately);
        var nodes =
                new NodesTable(dynamo, table, node, generation, version, Title.TITLE.versions());
        busy = busy(new EventLoops(threads));
        var admission = new Admission(busy::percent, config.connections());
        heartbeat = new Heartbeat(nodes, () -> load(admission), clock);
        bus = bus(new Address(node, generation), redis);
        var owners = owners(dynamo, rows, clock, io);
        relays = relays(owners, timers);
        bans = new Bans(new BansTable(dynamo, table), clock, this::ban);
        sockets = sockets(node, generation, admission, clock);
        online = online(dynamo, generation, clock);
        words = new Words(new WordTable(dynamo, table), clock, sockets::tell);
        var guide = new TicketGuide(config.ticketKey(), config.origin(), clock);
        var self = new Candidate(node, generation, 0, State.OK, Title.TITLE.versions());
        warmup = () -> warmUp(owners, self, records, logs, archive, guide, clock);
        departure =
                new Departure(heartbeat, () -> owners.others(node), rooms, sockets, guide, relays);
        gauges();
    }

    private void gauges() {
        metrics.gauge("drawbridge.rooms", "Rooms that are open here", rooms::count);
        metrics.gauge("drawbridge.players", "Players in rooms of this node", rooms::players);
        metrics.gauge("drawbridge.sockets", "Sockets that are open", sockets::size);
        metrics.gauge("drawbridge.busy", "Percent of the event loops' time", busy::percent);
    }

    private Online online(DynamoDbClient dynamo, String generation, Clock clock) {
        var rows =
                new OnlineTable(
                        dynamo, config.roomsTable(), new NodeId(config.id()), generation, clock);
        return new Online(rows, sockets::connected);
    }

    private SocketServer sockets(NodeId node, String generation, Admission admission, Clock clock) {
        return new SocketServer(
                node,
                generation,
                config.ticketKey(),
                config.origins(),
                rooms,
                relays,
                admission,
                threads,
                heartbeat::isHealthy,
                metrics::scrape,
                bans::has,
                clock);
    }

    private static BusyShare busy(EventLoops loops) {
        return new BusyShare(loops::work, loops.capacity(), System::nanoTime);
    }

    private Bus bus(Address self, Redis redis) {
        return new Bus(self, new RedisPubSub(redis), threads.next(), System::nanoTime);
    }

    private void tellRooms(Purchase purchase) {
        rooms.bought(purchase);
    }

    private void ban(PlayerId player) {
        sockets.ban(player);
    }

    private Logs logs(RedisLink redis, DynamoDbClient dynamo, Timers timers, Executor io) {
        var slots = new LogTable(dynamo, config.roomsTable(), io);
        var node = new NodeId(config.id());
        return new Logs(new RedisStreams(redis), slots, timers, node, metrics::appended);
    }

    private Opener opener(
            Records records, Logs logs, Archive archive, int snapshotEvery, Clock clock) {
        return new Opener(Title.TITLE, records, logs, archive, snapshotEvery, threads::next, clock);
    }

    private void warmUp(
            Owners owners,
            Candidate self,
            Records records,
            Logs logs,
            Archive archive,
            Guide guide,
            Clock clock) {
        owners.others(self.node());
        for (int i = 0; i < REHEARSALS; i++) {
            var own = new MemoryRecords();
            var opener = opener(own, logs, archive, 1, clock);
            var rehearsal = new Warmup(records, own, opener, logs, archive, guide, relays);
            if (!rehearsal.play(self)) return;
        }
    }

    private static S3Client s3(NodeConfig config) {
        var s3 =
                S3Client.builder()
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(SILENCE))
                        .forcePathStyle(config.s3Endpoint().isPresent());
        config.s3Endpoint().ifPresent(s3::endpointOverride);
        return s3.build();
    }

    private Owners owners(DynamoDbClient dynamo, RoomsTable table, Clock clock, Executor io) {
        var fleet = new FleetTable(dynamo, config.roomsTable());
        return new Owners(table, fleet, io, clock, System::nanoTime);
    }

    private Relays relays(Owners owners, Timers timers) {
        return new Relays(rooms, bus, owners::of, timers, threads::next, System::nanoTime);
    }

    void start(@Observes StartupEvent event) {
        bus.start(relays);
        warmup.run();
        int port = sockets.start(config.bind(), config.port());
        watch.scheduleAtFixedRate(
                guarded(busy::look), 0, LoadLimits.EVERY.toMillis(), TimeUnit.MILLISECONDS);
        heartbeat.start(
                () -> Thread.ofPlatform().start(departure::drain), () -> Quarkus.asyncExit(1));
        var _ =
                sweeps.scheduleWithFixedDelay(
                        guarded(this::sweep), 250, 250, TimeUnit.MILLISECONDS);
        sweeps.scheduleWithFixedDelay(guarded(sockets::sweep), 1, 1, TimeUnit.SECONDS);
        sweeps.scheduleWithFixedDelay(guarded(rooms::recheck), 2, 2, TimeUnit.SECONDS);
        sweeps.scheduleWithFixedDelay(guarded(relays::sweep), 1, 1, TimeUnit.SECONDS);
        long look = BanLimits.EVERY.toMillis();
        looks.scheduleAtFixedRate(guarded(bans::look), 0, look, TimeUnit.MILLISECONDS);
        looks.scheduleAtFixedRate(guarded(words::look), 0, look, TimeUnit.MILLISECONDS);
        long heard = PurchaseLimits.EVERY.toMillis();
        news.scheduleWithFixedDelay(guarded(purchases::look), 0, heard, TimeUnit.MILLISECONDS);
        long written = OnlineLimits.EVERY.toMillis();
        presence.scheduleWithFixedDelay(
                guarded(online::look), written, written, TimeUnit.MILLISECONDS);
        long beat = BusLimits.BEAT.toMillis();
        watch.scheduleAtFixedRate(guarded(bus::beat), beat, beat, TimeUnit.MILLISECONDS);
        LOG.infof("node %s listens on %s:%d", config.id(), config.bind(), port);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        departure.drain();
        heartbeat.stop();
        sockets.stop(CloseCode.DRAINED);
        sweeps.shutdown();
        looks.shutdown();
        news.shutdown();
        presence.shutdown();
        watch.shutdown();
        threads.shutdownGracefully(1, 5, TimeUnit.SECONDS).await();
    }

    private void sweep() {
        if (!heartbeat.isHealthy()) rooms.unleased();
        rooms.sweep();
    }

    private Load load(Admission admission) {
        var state = admission.takesRooms() ? "ok" : "full";
        return new Load(state, rooms.count(), rooms.players(), busy.percent());
    }

    private static Runnable guarded(Runnable sweep) {
        return () -> {
            try {
                sweep.run();
            } catch (RuntimeException fault) {
                LOG.error("a sweep failed", fault);
            }
        };
    }
}
