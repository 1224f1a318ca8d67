package games.drawbridge.local;

import games.drawbridge.local.Shutdown.Turn;
import games.drawbridge.local.aws.Aws;
import games.drawbridge.local.deploy.Deploy;
import games.drawbridge.local.door.Console;
import games.drawbridge.local.door.Doorway;
import games.drawbridge.local.door.FrontDoor;
import games.drawbridge.local.door.Tokens;
import games.drawbridge.local.gateway.Gateway;
import games.drawbridge.local.lambda.FunctionLog;
import games.drawbridge.local.lambda.Functions;
import games.drawbridge.local.lambda.Invoker;
import games.drawbridge.local.metrics.FunctionMeter;
import games.drawbridge.local.metrics.Sampler;
import games.drawbridge.local.nodes.NodeProgram;
import games.drawbridge.local.nodes.Nodes;
import games.drawbridge.local.process.Ports;
import games.drawbridge.local.process.Supervised;
import games.drawbridge.local.providers.Doubles;
import games.drawbridge.local.providers.LocalSecrets;
import games.drawbridge.local.refusal.Refusal;
import games.drawbridge.local.services.EventFiles;
import games.drawbridge.local.services.Mails;
import games.drawbridge.local.services.Secrets;
import games.drawbridge.local.services.ServicesPort;
import games.drawbridge.local.standins.Credentials;
import games.drawbridge.local.template.Cloud;
import games.drawbridge.local.template.Template;
import games.drawbridge.local.traces.Traces;
import games.drawbridge.local.triggers.Checkpoints;
import games.drawbridge.local.triggers.Engine;
import games.drawbridge.local.triggers.Rotations;
import games.drawbridge.local.triggers.Triggers;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The whole of Drawbridge on one machine. This class is its wiring.
public final class World implements AutoCloseable {

    /// Where the nodes' ports begin, after the front door's.
    private static final int FIRST_NODE = 11;

    private final InstantSource clock = InstantSource.system();
    private final CompletableFuture<Refusal> broken = new CompletableFuture<>();
    private final Shutdown shutdown;
    private final WorldOptions options;
    private final WorldFolder folder;
    private final Vertx vertx;
    private final SecureRandom random = new SecureRandom();
    private final Ports ports = new Ports(random);
    private final Stores stores;
    private final Secrets secrets;
    private final Mails mails;
    private final EventFiles events;
    private final Endpoints endpoints;
    private final Cloud cloud;
    private volatile Template template;
    private final Aws aws;
    private final Traces traces = new Traces();
    private final FunctionMeter meter = new FunctionMeter();
    private final Functions functions;
    private final Nodes nodes;
    private final Supervised redis;
    private final Doorway doorway;
    private final Engine engine;
    private final Sampler figures;
    private Triggers triggers;
    private volatile boolean ready;

    /// Starts everything and waits until all of it answers.
    ///
    /// @throws Refusal when it can't be started, in a sentence for a person
    /// @throws Exception what else went wrong
    public static World start(WorldOptions options, Progress progress) throws Exception {
        return start(options, progress, new Shutdown());
    }

    /// @param shutdown closes what is already started, at any time
    static World start(WorldOptions options, Progress progress, Shutdown shutdown)
            throws Exception {
        try (var startup = new Startup(progress)) {
            return new World(options, startup, shutdown);
        } catch (Exception failed) {
            shutdown.close();
            throw failed;
        }
    }

    private World(WorldOptions options, Startup startup, Shutdown shutdown) throws Exception {
        this.options = options;
        this.shutdown = shutdown;
        folder = shutdown.last(Turn.FOLDER, WorldFolder.open(options.folder(), options.fresh()));
        vertx = shutdown.last(Turn.SERVER, new SmallVertx()).vertx();
        doorway = shutdown.last(Turn.DOOR, Doorway.open(vertx, options.port()));
        secrets = new Secrets(folder.secrets(), random, clock);
        mails = new Mails(folder.mails());
        events = shutdown.last(Turn.STORES, events());
        var services = shutdown.last(Turn.STORES, services());
        stores = new Stores(options, folder, ports, shutdown, broken);
        endpoints = stores.endpoints("http://localhost:" + doorway.port(), services.port());
        cloud = new Cloud(Credentials.LOCAL.region(), Cloud.ACCOUNT, endpoints.sqs());
        template = Template.read(options.checkout().template(), Told.parameters(endpoints), cloud);
        secrets.declare(template.secrets(), template.rotations(), LocalSecrets.values());

        var dynamoDb = startup.begin("DynamoDB Local", stores::dynamoDb);
        var storage = startup.begin("S3 and SQS", stores::storage);
        var redisBegun = startup.make("Redis", stores::redis);
        functions = shutdown.last(Turn.FUNCTIONS, loaded());
        aws = shutdown.last(Turn.CLIENTS, endpoints.clients());
        var checkout = options.checkout();
        var deploy = new Deploy(aws, template, checkout.client(), checkout.title());
        var tables = startup.begin("tables", dynamoDb, deploy::tables);
        var content = startup.begin("queues and content", storage, deploy::content);
        redis = Startup.done(redisBegun);
        Startup.done(tables);

        nodes = shutdown.last(Turn.NODES, fleet());
        figures = shutdown.last(Turn.TRIGGERS, new Sampler(nodes::ports, meter));
        var started = startup.begin("realtime nodes", () -> nodes.start(options.nodes()));
        new Rotations(secrets, functions, clock).run(template.rotations());
        Startup.done(content);
        engine = new Engine(aws, functions, new Checkpoints(folder.checkpoints()), cloud, clock);
        triggers = shutdown.last(Turn.TRIGGERS, new Triggers(template, engine));
        doorway.lead(frontDoor(checkout.client()));
        Startup.done(started);
        shutdown.last(Turn.TRIGGERS, new DiskWatch(folder, broken));
        ready = true;
    }

    private EventFiles events() throws IOException {
        return new EventFiles(folder.analytics(), options.checkout().events(), clock);
    }

    private ServicesPort services() throws BindException {
        return new ServicesPort(vertx, secrets, mails, events, clock, this::hearOfMail);
    }

    /// What SES tells goes over a topic into the queue that the template declares for it.
    private void hearOfMail(String news) {
        template.queues().stream()
                .filter(queue -> queue.id().equals("EmailNews"))
                .map(queue -> cloud.queueUrl(queue.name()))
                .forEach(
                        url -> aws.sqs().sendMessage(send -> send.queueUrl(url).messageBody(news)));
    }

    private Functions loaded() throws IOException {
        var log = new FunctionLog(folder.logs().resolve("functions.log"), clock);
        var told = options.directions().given(Directions.FUNCTIONS, endpoints.variables());
        return new Functions(
                template.functions(), folderOf(options.checkout()), told, cloud, log, meter, clock);
    }

    /// From there code is named.
    private static Path folderOf(Checkout checkout) {
        return Objects.requireNonNull(checkout.template().toAbsolutePath().getParent());
    }

    private Nodes fleet() {
        return new Nodes(
                program(options.checkout()), ports, folder.run(), options.portFor(FIRST_NODE));
    }

    private NodeProgram program(Checkout checkout) {
        var variables = new HashMap<>(endpoints.variables());
        variables.put("REDIS_URL", endpoints.redis());
        variables.put("ORIGIN", endpoints.game());
        variables.put("OTLP_ENDPOINT", Told.collector(endpoints));
        variables.put("TRACE_SHARE", "1000");
        variables.put("ORIGINS", String.join(",", endpoints.origins()));
        for (String table : List.of("ROOMS_TABLE", "MARKET_TABLE"))
            template.variable(table).ifPresent(name -> variables.put(table, name));
        template.buckets().stream()
                .filter(bucket -> bucket.id().equals("ArchiveBucket"))
                .forEach(bucket -> variables.put("ARCHIVE_BUCKET", bucket.name()));
        secret("TICKET_KEY").ifPresent(key -> variables.put("TICKET_KEY", key));
        return new NodeProgram(
                checkout.node(),
                node -> options.directions().given(node, variables),
                folder.run(),
                folder.logs());
    }

    /// The value of the secret whose ARN functions get in that variable.
    private Optional<String> secret(String variable) {
        return template.variable(variable).flatMap(secrets::current);
    }

    private FrontDoor frontDoor(Path client) {
        var gateway = new Gateway(template.routes(), functions, clock);
        var tokens = new Tokens(() -> secret("SESSION_KEYS"), endpoints.game(), clock);
        var console =
                Doubles.at(endpoints.game(), random, clock)
                        .before(new Console(new View(this), tokens));
        return new FrontDoor(vertx, doorway.port(), client, gateway, nodes, console);
    }

    /// Does what a deploy does while everything runs: makes what is declared and not there, lets
    /// another version's functions answer, and looks at the tables' streams anew. Calls that are
    /// under way are brought to their end by the version that began them. A node's *next* life is
    /// of that version: whoever wants it sooner ends the one of now.
    ///
    /// @throws Refusal when a table is kept that can't become what is declared
    /// @throws Exception what else went wrong
    public synchronized void deploy(Checkout checkout) throws Exception {
        var next = Template.read(checkout.template(), Told.parameters(endpoints), cloud);
        secrets.declare(next.secrets(), next.rotations(), LocalSecrets.values());
        triggers.close();
        var deploy = new Deploy(aws, next, checkout.client(), checkout.title());
        deploy.tables();
        deploy.content();
        template = next;
        events.take(checkout.events());
        functions.take(next.functions(), folderOf(checkout));
        nodes.take(program(checkout));
        triggers = shutdown.last(Turn.TRIGGERS, new Triggers(next, engine));
        doorway.lead(frontDoor(checkout.client()));
    }

    /// Keeps all tables as they are at this moment, as point-in-time recovery does.
    ///
    /// @param to an empty folder, for [Backup#open]
    /// @throws Refusal when another DynamoDB is used
    /// @throws IOException when it can't be written
    public void backup(Path to) throws IOException {
        stores.backup(to);
    }

    /// Nothing is set going any more by streams, queues and clocks, until the next deploy.
    public synchronized void stopTriggers() {
        triggers.close();
    }

    /// Stops everything, nodes first and stores last, and waits for it.
    @Override
    public void close() {
        shutdown.close();
    }

    /// Completed with the reason if the world can't go on.
    public CompletableFuture<Refusal> broken() {
        return broken;
    }

    public boolean isReady() {
        return ready && !broken.isDone();
    }

    boolean hasOwnDynamoDb() {
        return options.dynamoDb().isEmpty();
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Nodes nodes() {
        return nodes;
    }

    public Supervised redis() {
        return redis;
    }

    /// Clients that may do everything.
    public Aws aws() {
        return aws;
    }

    public Cloud cloud() {
        return cloud;
    }

    public Template template() {
        return template;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Mails mails() {
        return mails;
    }

    /// Invokes functions past the gateway.
    public Invoker functions() {
        return functions;
    }

    Traces traces() {
        return traces;
    }

    Sampler figures() {
        return figures;
    }

    public WorldFolder folder() {
        return folder;
    }

    static String version() {
        return Objects.requireNonNullElse(
                World.class.getPackage().getImplementationVersion(), "in development");
    }
}
