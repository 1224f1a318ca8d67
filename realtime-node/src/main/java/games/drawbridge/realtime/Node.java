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
import games.drawbridge.realtime.closings.Closings;
import games.drawbridge.realtime.closings.ClosingsTable;
import games.drawbridge.realtime.load.Admission;
import games.drawbridge.realtime.load.BusyShare;
import games.drawbridge.realtime.load.EventLoops;
import games.drawbridge.realtime.load.LoadLimits;
import games.drawbridge.realtime.log.LogTable;
import games.drawbridge.realtime.log.Logs;
import games.drawbridge.realtime.log.RedisLink;
import games.drawbridge.realtime.log.RedisStreams;
import games.drawbridge.realtime.market.ShelfTable;
import games.drawbridge.realtime.market.Shelves;
import games.drawbridge.realtime.metrics.Metrics;
import games.drawbridge.realtime.news.MailNews;
import games.drawbridge.realtime.news.MailNewsTable;
import games.drawbridge.realtime.news.News;
import games.drawbridge.realtime.news.PurchaseNewsTable;
import games.drawbridge.realtime.online.Online;
import games.drawbridge.realtime.online.OnlineLimits;
import games.drawbridge.realtime.online.OnlineTable;
import games.drawbridge.realtime.placement.ArchiveTable;
import games.drawbridge.realtime.placement.FleetTable;
import games.drawbridge.realtime.placement.Heartbeat;
import games.drawbridge.realtime.placement.MemoryRecords;
import games.drawbridge.realtime.placement.NodesTable;
import games.drawbridge.realtime.placement.NodesTable.Load;
import games.drawbridge.realtime.placement.NotesTable;
import games.drawbridge.realtime.placement.NotesTable.Noted;
import games.drawbridge.realtime.placement.Owners;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.placement.RoomsTable;
import games.drawbridge.realtime.placement.TableRecords;
import games.drawbridge.realtime.relay.Relays;
import games.drawbridge.realtime.room.Guide;
import games.drawbridge.realtime.room.Opener;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.room.Warmup;
import games.drawbridge.realtime.socket.SocketServer;
import games.drawbridge.realtime.socket.TicketGuide;
import games.drawbridge.realtime.storage.Blocking;
import games.drawbridge.realtime.storage.Timers;
import games.drawbridge.realtime.trace.Spans;
import games.drawbridge.realtime.word.WordTable;
import games.drawbridge.realtime.word.Words;
import io.netty.channel.EventLoopGroup;
import io.quarkus.netty.MainEventLoopGroup;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// All wiring of the node, its start and its end.
@ApplicationScoped
class Node {
    private static final Logger LOG = Logger.getLogger(Node.class);

    /// The first loads classes, a second of work; the others let the JVM see what to compile.
    private static final int REHEARSALS = 20;

    /// Between two looks at what time alone changes: a patch waits no longer than that.
    private static final Duration SWEEP = Duration.ofMillis(250);

    private final NodeConfig config;
    private final Metrics metrics = new Metrics();
    private final EventLoopGroup threads;
    private final Rounds sweeps = new Rounds();
    private final Rounds watch = new Rounds();
    private final Heartbeat heartbeat;
    private final BusyShare busy;
    private final Bus bus;
    private final Relays relays;
    private final Rooms rooms;
    private final SocketServer sockets;
    private final Bans bans;
    private final Words words;
    private final Closings closings;
    private final News<Purchase> purchases;
    private final News<Noted> notes;
    private final MailNews mails;
    private final Shelves shelves;
    private final Online online;
    private final Rounds presence = new Rounds();
    private final Rounds looks = new Rounds();
    private final Rounds news = new Rounds();
    private final Runnable warmup;
    private final Departure departure;

    @Inject
    Node(
            NodeConfig config,
            @MainEventLoopGroup EventLoopGroup threads,
            Redis redis,
            DynamoDbClient dynamo) {
        this.config = config;
        this.threads = threads;
        var node = new NodeId(config.id());
        var generation = UUID.randomUUID().toString();
        var clock = Clock.systemUTC();
        var io = Blocking.threads();
        var timers = Timers.real();
        var table = config.roomsTable();
        var rows = new RoomsTable(dynamo, table);
        var told = new NotesTable(dynamo, table, clock);
        var records = records(dynamo, rows, told, timers, io);
        var logs = logs(new RedisLink(redis), dynamo, timers, io);
        var archive = archive(timers, io);
        var opener = opener(records, logs, archive, config.snapshotEvery(), clock);
        purchases = purchases(new PurchaseNewsTable(dynamo, table), clock);
        rooms = new Rooms(node, generation, records, opener, clock, purchases::lately);
        notes = new News<>(told::since, Noted::id, News.SHORT, clock, rooms::noted);
        shelves = shelves(dynamo, io, clock);
        busy = BusyShare.of(new EventLoops(threads));
        var admission = new Admission(busy::percent, config.connections());
        heartbeat = heartbeat(dynamo, generation, admission, clock);
        bus = bus(new Address(node, generation), redis);
        var owners = owners(dynamo, rows, clock, io);
        relays = relays(owners, timers);
        bans = new Bans(new BansTable(dynamo, table), clock, this::ban);
        sockets = sockets(node, generation, admission, clock);
        mails = new MailNews(new MailNewsTable(dynamo, table, node), clock, sockets);
        online = online(dynamo, generation, clock);
        words = new Words(new WordTable(dynamo, table), clock, sockets::tell);
        var guide = new TicketGuide(config.ticketKey(), config.origin(), clock);
        closings = closings(dynamo, owners, self(node, generation));
        warmup = () -> warmUp(owners, self(node, generation), records, logs, archive, guide, clock);
        departure = departure(owners, guide);
    }

    private Departure departure(Owners owners, Guide guide) {
        var self = new NodeId(config.id());
        return new Departure(heartbeat, () -> owners.others(self), rooms, sockets, guide, relays);
    }

    private Heartbeat heartbeat(
            DynamoDbClient dynamo, String generation, Admission admission, Clock clock) {
        var node = new NodeId(config.id());
        var kinds = Title.TITLE.versions();
        var row =
                new NodesTable(
                        dynamo, config.roomsTable(), node, generation, config.version(), kinds);
        return new Heartbeat(row, () -> load(admission), clock);
    }

    private Archive archive(Timers timers, Executor io) {
        var s3 = S3Bucket.client(config.s3Endpoint());
        return new Archive(new S3Bucket(s3, config.archiveBucket(), io), timers);
    }

    private Closings closings(DynamoDbClient dynamo, Owners owners, Candidate self) {
        return new Closings(
                new ClosingsTable(dynamo, config.roomsTable()), owners::of, rooms, self);
    }

    private static Candidate self(NodeId node, String generation) {
        return new Candidate(node, generation, 0, State.OK, Title.TITLE.versions());
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
        return new Online(rows, sockets::connected, sockets::reachable);
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
                new Spans(config.otlpEndpoint(), config.traceShare(), clock),
                clock);
    }

    private Bus bus(Address self, Redis redis) {
        var own = threads.next();
        return new Bus(self, new RedisPubSub(redis, own), own, System::nanoTime);
    }

    private Records records(
            DynamoDbClient dynamo, RoomsTable rows, NotesTable told, Timers timers, Executor io) {
        var archived = new ArchiveTable(dynamo, config.roomsTable());
        return new TableRecords(rows, archived, told, timers, io);
    }

    private News<Purchase> purchases(PurchaseNewsTable bought, Clock clock) {
        return new News<>(bought::since, Purchase::id, News.LONG, clock, this::tellRooms);
    }

    private void tellRooms(List<Purchase> bought) {
        bought.forEach(rooms::bought);
    }

    private Shelves shelves(DynamoDbClient dynamo, Executor io, Clock clock) {
        var offers = new ShelfTable(dynamo, config.marketTable(), clock);
        return new Shelves(offers, rooms, io, clock);
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

    private Owners owners(DynamoDbClient dynamo, RoomsTable table, Clock clock, Executor io) {
        var fleet = new FleetTable(dynamo, config.roomsTable());
        return new Owners(table, fleet, io, clock, System::nanoTime);
    }

    private Relays relays(Owners owners, Timers timers) {
        return new Relays(rooms, bus, owners::of, timers, threads::next, System::nanoTime);
    }

    void start(@Observes StartupEvent event) {
        gauges();
        bus.start(relays);
        warmup.run();
        int port = sockets.start(config.bind(), config.port());
        watch.every(LoadLimits.EVERY, busy::look);
        watch.every(BusLimits.BEAT, bus::beat);
        heartbeat.start(
                () -> Thread.ofPlatform().start(departure::drain), () -> Quarkus.asyncExit(1));
        sweeps.every(SWEEP, this::sweep);
        sweeps.every(Duration.ofSeconds(1), sockets::sweep, relays::sweep);
        sweeps.every(Duration.ofSeconds(2), rooms::recheck);
        looks.every(BanLimits.EVERY, bans::look, words::look, closings::look);
        news.every(News.EVERY, purchases::look, notes::look, mails::look);
        news.every(Shelves.EVERY, shelves::look);
        presence.every(OnlineLimits.EVERY, online::look);
        LOG.infof("node %s listens on %s:%d", config.id(), config.bind(), port);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        departure.drain();
        heartbeat.stop();
        sockets.stop(CloseCode.DRAINED);
        sockets.awaitEmpty(Duration.ofSeconds(2)); // the last hear why
        for (var rounds : List.of(sweeps, looks, news, presence, watch)) rounds.stop();
    }

    private void sweep() {
        if (!heartbeat.isHealthy()) rooms.unleased();
        rooms.sweep();
    }

    private Load load(Admission admission) {
        var state = admission.takesRooms() ? "ok" : "full";
        return new Load(state, rooms.count(), rooms.players(), busy.percent());
    }
}
