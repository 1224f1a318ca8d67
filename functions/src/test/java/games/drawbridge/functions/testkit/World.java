package games.drawbridge.functions.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import games.drawbridge.functions.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// All functions as template.yaml declares them, each with its own variables and under its own
/// policy, on tables that belong to this world alone.
public final class World {
    public static final String ORIGIN = "https://play.example";
    public static final String TICKET_KEY = "0123456789abcdef".repeat(4);

    /// Of the game's app at Facebook.
    public static final String FACEBOOK_SECRET = "the secret of an app";

    /// What Meta shows before it sends notices.
    public static final String VERIFY_TOKEN = "a token that Meta shows";

    /// The delivery stream of events.
    static final String ANALYTICS = "drawbridge-events";

    static final String MAIL_DOMAIN = "mail.play.example";

    private static final OpenApi API = OpenApi.read();

    private final Template template = Template.read();
    private final Map<String, RequestHandler<?, ?>> handlers = new ConcurrentHashMap<>();
    private final Names names;
    private final Tables tables;
    private final Lifetime lifetime = new Lifetime();
    private final RoundTrips trips = new RoundTrips();
    private final Gate gate;
    private final Cloud cloud;

    private World(String origin, String redisUrl, Map<String, String> more) throws IOException {
        var parameters = new HashMap<>(template.defaults());
        parameters.put("Origin", origin);
        parameters.put("MailFrom", "The game <play@" + MAIL_DOMAIN + ">");
        parameters.put("MailDomain", MAIL_DOMAIN);
        parameters.put("RedisUrl", redisUrl);
        parameters.put("AnalyticsStream", ANALYTICS);
        parameters.putAll(more);
        String prefix = "w" + UUID.randomUUID().toString().substring(0, 8);
        tables = new Tables(template, prefix, parameters);
        names = tables.names();
        gate = new Gate(names, lifetime, trips);
        cloud = new Cloud(names, lifetime);
        cloud.secret(ref("TicketKey"), TICKET_KEY);
        cloud.secret(ref("NonceKey"), "a key that seals nonces");
        cloud.secret(ref("EmailKey"), "a key that seals links");
        cloud.secret(ref("FacebookAppSecret"), FACEBOOK_SECRET);
        cloud.secret(ref("FacebookVerifyToken"), VERIFY_TOKEN);
        cloud.secret(ref("StripeApiKey"), StripeDouble.API_KEY);
        cloud.secret(ref("StripeWebhookSecret"), StripeDouble.WEBHOOK_SECRET);
        for (String file :
                List.of(
                        "store/catalogue.json",
                        "region/north.json",
                        "region/south.json",
                        "lobby/duel.json",
                        "lobby/crew.json"))
            cloud.put(
                    ref("ContentBucket") + "/" + file, Files.readAllBytes(Path.of("title", file)));
    }

    public static World open() {
        return open("");
    }

    public static World open(String redisUrl) {
        return open(ORIGIN, redisUrl);
    }

    /// @param origin where the realtime nodes are as well
    public static World open(String origin, String redisUrl) {
        try {
            return new World(origin, redisUrl, Map.of());
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /// @param parameters of the template, where they are not its own
    public static World open(Map<String, String> parameters) {
        try {
            return new World(ORIGIN, "", parameters);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /// Begins a rotation and takes its four steps, as Secrets Manager does.
    public void rotateSessionKeys() {
        String version = UUID.randomUUID().toString();
        beginRotation(version);
        for (String step : List.of("createSecret", "setSecret", "testSecret", "finishSecret"))
            rotationStep(step, version);
    }

    public void beginRotation(String version) {
        cloud.begin(ref("SessionKeys"), version);
    }

    public void rotationStep(String step, String version) {
        var event =
                SecretsManagerRotationEvent.builder()
                        .withStep(step)
                        .withSecretId(ref("SessionKeys"))
                        .withClientRequestToken(version)
                        .build();
        this.<SecretsManagerRotationEvent, Void>handler("RotateSessionKeys")
                .handleRequest(event, new TestContext("RotateSessionKeys"));
    }

    /// The private JWK set as it is stored.
    public synchronized String sessionKeys() {
        if (cloud.current(ref("SessionKeys")) == null) rotateSessionKeys();
        return cloud.current(ref("SessionKeys"));
    }

    public void catalogue(String json) {
        cloud.put(ref("ContentBucket") + "/store/catalogue.json", json.getBytes(UTF_8));
    }

    public void archive(String key, byte[] bytes) {
        cloud.put(ref("ArchiveBucket") + "/" + key, bytes);
    }

    /// Null when there is no such object.
    public byte[] archived(String key) {
        return cloud.get(ref("ArchiveBucket") + "/" + key);
    }

    public void forgetArchived(String key) {
        cloud.forget(ref("ArchiveBucket") + "/" + key);
    }

    /// Puts an object as somebody outside does.
    ///
    /// @param bucket its name in the template
    public void object(String bucket, String key, byte[] bytes) {
        cloud.put(ref(bucket) + "/" + key, bytes);
    }

    /// All objects of a bucket, by key.
    ///
    /// @param bucket its name in the template
    public Map<String, byte[]> objects(String bucket) {
        return cloud.all(ref(bucket));
    }

    /// After so many calls about objects, all are refused; [Integer#MAX_VALUE] ends it.
    public void refuseObjectsAfter(int calls) {
        cloud.refuseAfter(calls);
    }

    /// Does something once, while a function is about to read an object.
    public void beforeNextObjectRead(Runnable something) {
        cloud.beforeNextRead(something);
    }

    /// How often objects were read from S3.
    public int objectReads() {
        return cloud.reads();
    }

    /// Where e-mail goes.
    public SesDouble ses() {
        return cloud.ses();
    }

    /// Where events go.
    public FirehoseDouble firehose() {
        return cloud.firehose();
    }

    public Call get(String target) {
        return new Call(this, "GET", target);
    }

    public Call post(String target, String json) {
        return new Call(this, "POST", target).json(json);
    }

    public Call call(String method, String target) {
        return new Call(this, method, target);
    }

    /// A guest's session.
    public Got login(String device, String secret) {
        return post(
                        "/v1/login/guest",
                        "{\"deviceId\":\"%s\",\"secret\":\"%s\"}".formatted(device, secret))
                .send();
    }

    List<Template.Route> routes() {
        return template.routes();
    }

    Got invoke(Template.Route route, APIGatewayV2HTTPEvent event) {
        var context = new TestContext(route.function());
        var handler =
                this.<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>handler(route.function());
        var response = trips.count(route, gate::calls, () -> handler.handleRequest(event, context));
        var got =
                new Got(
                        response.getStatusCode(),
                        response.getHeaders(),
                        response.getBody(),
                        context.lines());
        API.check(route.key(), got);
        return got;
    }

    /// The one instance of a function, as a warm Lambda has it.
    @SuppressWarnings("unchecked")
    public <I, O> RequestHandler<I, O> handler(String function) {
        return (RequestHandler<I, O>) handlers.computeIfAbsent(function, this::fresh);
    }

    /// Lambda takes the instance down; the next call meets a cold one.
    public void forget(String function) {
        handlers.remove(function);
    }

    /// A new instance of a function, as a cold Lambda makes it.
    public RequestHandler<?, ?> fresh(String function) {
        if (template.variables(function).containsKey("SESSION_KEYS")) sessionKeys();
        try {
            return (RequestHandler<?, ?>)
                    Class.forName(template.handler(function))
                            .getConstructor(Environment.class)
                            .newInstance(environment(function));
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /// What Lambda gives a function, and nothing else.
    public Environment environment(String function) {
        var values = new HashMap<String, String>();
        template.variables(function)
                .forEach((name, value) -> values.put(name, names.resolve(value)));
        values.put("AWS_REGION", "eu-west-1");
        values.put("AWS_ACCESS_KEY_ID", function);
        values.put("AWS_SECRET_ACCESS_KEY", "secret");
        values.put("AWS_ENDPOINT_URL_DYNAMODB", gate.url());
        values.put("AWS_ENDPOINT_URL_S3", cloud.url());
        values.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", cloud.url());
        values.put("AWS_ENDPOINT_URL_SESV2", cloud.url());
        values.put("AWS_ENDPOINT_URL_FIREHOSE", cloud.url());
        return new Environment(values);
    }

    /// From now on every write arrives and its first answer does not.
    public World losingAnswers() {
        gate.loseAnswers();
        return this;
    }

    /// After so many calls more of DynamoDB, SES and whoever asks for the world's lifetime, every
    /// function dies with its next one.
    public void dieAfter(int calls) {
        lifetime.endAfter(calls);
    }

    public void heal() {
        lifetime.heal();
    }

    /// Whether a function died since it was healed.
    public boolean isDead() {
        return lifetime.hasEnded();
    }

    /// The last call that came through: `WorkNotices TransactWriteItems`.
    public String lastCall() {
        return lifetime.last();
    }

    /// For what stands outside of the world and is to end with it.
    public Lifetime lifetime() {
        return lifetime;
    }

    /// From now on DynamoDB is asked what each call of a function costs.
    public Meter meter() {
        return gate.meter();
    }

    /// What rooms are told that players got: `ann {"gold":100}`, the oldest first.
    public List<String> told() {
        return tables.rows("Rooms").stream()
                .filter(row -> row.get("pk").s().equals("BOUGHT"))
                .map(row -> row.get("player").s() + " " + row.get("goods").s())
                .toList();
    }

    public Tables tables() {
        return tables;
    }

    /// What went to DynamoDB so far: `GetWallet Query`.
    public List<String> calls() {
        return gate.calls();
    }

    /// The next so many calls to DynamoDB fail unless they are made at the same time.
    public void together(int calls) {
        gate.together(calls);
    }

    /// How many of the calls that went to DynamoDB went out after others had come back.
    ///
    /// @param first of the calls, from 0
    public int roundTrips(int first) {
        return gate.roundTrips(first);
    }

    private String ref(String id) {
        return names.resolve(Map.of("Ref", id));
    }
}
