package games.drawbridge.functions.cost;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.GraphDouble;
import games.drawbridge.functions.testkit.MetaSigning;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.OidcProviderDouble;
import games.drawbridge.functions.testkit.RealtimeDoor;
import games.drawbridge.functions.testkit.Redis;
import games.drawbridge.functions.testkit.StripeDouble;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.functions.wallet.WalletTable;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A world in which every function that answers requests has something to answer well: of each the
/// request that players, or those who do its work, make most.
final class Requests implements AutoCloseable {
    private static final String SECRET = "s".repeat(32);
    private static final String DISC = "item:disc-blue";
    private static final String MANY = "1000000";

    private final StripeDouble stripe = new StripeDouble();
    private final GraphDouble graph = new GraphDouble();
    private final OidcProviderDouble oidc = new OidcProviderDouble();
    private final RealtimeDoor door = new RealtimeDoor();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Supplier<Call>> all = new LinkedHashMap<>();
    private final WalletTable wallets;

    final World world;

    Requests() {
        world =
                World.open(
                        Map.of(
                                "Origin",
                                door.origin(),
                                "RedisUrl",
                                Redis.URL,
                                "PaymentProviders",
                                "stripe facebook instant",
                                "StripeApi",
                                stripe.url(),
                                "FacebookAppId",
                                GraphDouble.APP,
                                "FacebookGraph",
                                graph.url(),
                                "OidcProviders",
                                oidc.line(),
                                "LoginsPerAddress",
                                MANY,
                                "RegistrationsPerAddress",
                                MANY));
        wallets =
                new WalletTable(
                        new Aws(world.environment("ApplyEffects")),
                        InstantSource.system(),
                        new SecureRandom());
        new Nodes(world).alive("n1", 0, 0);
        logins();
        identities();
        players();
        privacy();
        money();
        rooms();
        trade();
        people();
        title();
        payments();
        support();
        administration();
    }

    /// The next request to a function, new each time: what is taken once is there to be taken.
    Map<String, Supplier<Call>> byFunction() {
        return all;
    }

    private void logins() {
        // an identity comes twice in each request: the same one all the time would be turned away
        all.put(
                "GuestLogin",
                () -> {
                    String device = fresh("device-");
                    world.login(device, SECRET);
                    String body = "{\"deviceId\":\"%s\",\"secret\":\"%s\"}";
                    return world.post("/v1/login/guest", body.formatted(device, SECRET));
                });
        all.put("RefreshSession", () -> world.post("/v1/login/refresh", refreshToken()));
        all.put("Logout", () -> world.post("/v1/logout", refreshToken()));
        all.put("IssueNonce", () -> world.get("/v1/login/nonce"));
        all.put("FacebookLogin", () -> again("facebook", fresh("1"), Requests::canvas));
        all.put("InstantLogin", () -> again("instant", fresh("5"), this::instant));
        all.put("OidcLogin", () -> again("oidc/test", fresh("ann-"), this::token));
        all.put("Jwks", () -> world.get("/.well-known/jwks.json"));
        all.put("OpenIdConfiguration", () -> world.get("/.well-known/openid-configuration"));
    }

    private void identities() {
        all.put(
                "LinkIdentity",
                () -> world.post("/v1/login/link", facebook(fresh("1"))).as(guest()));
        all.put(
                "UnlinkIdentity",
                () -> {
                    String player = guest();
                    world.post("/v1/login/link", facebook(fresh("1"))).as(player).send();
                    return world.call("DELETE", "/v1/login/link/guest").as(player);
                });
        all.put(
                "MergeAccounts",
                () -> {
                    String user = fresh("1");
                    world.post("/v1/login/facebook", canvas(user)).send();
                    String player = guest();
                    var taken = world.post("/v1/login/link", facebook(user)).as(player).send();
                    return world.post(
                                    "/v1/login/merge",
                                    "{\"offer\":\"%s\"}".formatted(taken.text("/merge/offer")))
                            .as(player);
                });
    }

    private void players() {
        String ann = guest();
        all.put("PlayerCalls", () -> world.get("/v1/players/me").as(ann));
        all.put("InboxCalls", () -> world.get("/v1/players/me/mail").as(ann));
        all.put(
                "ClaimMail",
                () -> {
                    String player = guest();
                    mail(player, "{\"unit\":\"gold\",\"amount\":5}").send();
                    var inbox = world.get("/v1/players/me/mail").as(player).send();
                    String mail = inbox.text("/mail/0/id");
                    return world.call("POST", "/v1/players/me/mail/" + mail + "/claim").as(player);
                });
        all.put("SendMail", () -> mail(ann, ""));
        all.put("ExportMe", () -> world.get("/v1/players/me/export").as(ann));
        all.put("DeleteMe", () -> world.call("DELETE", "/v1/players/me").as(guest()));
        String wish = "{\"address\":\"%s@example.com\",\"topics\":[\"news\"]}";
        all.put(
                "MailingCalls",
                () ->
                        world.call("PUT", "/v1/players/me/mailing")
                                .as(guest())
                                .json(wish.formatted(fresh("ann"))));
        all.put("CollectEvents", () -> world.post("/v1/analytics", seen()).as(ann));
    }

    private void privacy() {
        world.post("/v1/login/facebook", canvas("2001")).send();
        String code = callback("deletion", "2002").send().text("/confirmation_code");
        all.put("FacebookDeletion", () -> callback("deletion", "2001"));
        all.put("FacebookDeauthorize", () -> callback("deauthorize", "1001"));
        all.put(
                "GetDeletion",
                () ->
                        world.get("/v1/facebook/deletion/" + code)
                                .header("accept", "application/json"));
    }

    private void money() {
        give("ann", "gold", 50);
        give("ann", DISC, 1);
        all.put("StoreCalls", () -> world.get("/v1/store"));
        all.put(
                "PlaceOrder",
                () -> {
                    String player = fresh("player");
                    give(player, "gold", 50);
                    return world.post("/v1/store/orders", "{\"sku\":\"disc-blue\",\"quantity\":1}")
                            .as(player)
                            .header("idempotency-key", "k");
                });
        all.put("WalletCalls", () -> world.get("/v1/wallet").as("ann"));
        all.put("BoardCalls", () -> world.get("/v1/leaderboards/four-in-a-row?limit=20").as("ann"));
    }

    private void rooms() {
        String relay = "{\"kind\":\"relay\"}";
        String room = world.post("/v1/rooms", relay).as("ann").send().text("/room");
        all.put("CreateRoom", () -> world.post("/v1/rooms", relay).as("ann"));
        all.put("JoinRoom", () -> world.post("/v1/rooms/" + room + "/join", "{}").as(fresh("bob")));
        all.put("RoomCalls", () -> world.get("/v1/rooms/" + room).as("ann"));
        all.put("ReadRoomLog", () -> support("GET", "/v1/rooms/" + room + "/log"));
    }

    private void trade() {
        all.put(
                "MarketCalls",
                () -> world.get("/v1/market/offers?item=" + encode(DISC, UTF_8)).as("ann"));
        all.put(
                "DealCalls",
                () -> {
                    String player = fresh("player");
                    give(player, DISC, 1);
                    return world.post(
                                    "/v1/market/offers",
                                    "{\"item\":\"%s\",\"amount\":1,\"price\":80}".formatted(DISC))
                            .as(player)
                            .header("idempotency-key", "k");
                });
    }

    private void people() {
        String clan =
                world.post(
                                "/v1/clans",
                                "{\"name\":\"Wolves\",\"tag\":\"WOLF\",\"admission\":\"open\"}")
                        .as(guest())
                        .send()
                        .text("/id");
        all.put("FriendCalls", () -> world.get("/v1/friends").as("ann"));
        all.put("ClanCalls", () -> world.get("/v1/clans/" + clan).as("ann"));
        all.put("EventCalls", () -> world.get("/v1/events").as("ann"));
    }

    private void title() {
        String ann = guest();
        all.put("GetConfig", () -> world.get("/v1/config").as(ann));
        all.put("GetStatus", () -> world.get("/v1/status"));
        all.put("ProductCalls", () -> world.get("/og/gems_100"));
    }

    private void payments() {
        String order = order("ann").send().text("/orderId");
        all.put("PaymentCalls", () -> order(fresh("player")));
        all.put(
                "PaymentNotices",
                () -> {
                    var placed = order(fresh("player")).send();
                    String session = placed.text("/checkout/sessionId");
                    String intent = stripe.pay(session);
                    String type = "checkout.session.completed";
                    String event = stripe.event(type, "checkout.session", session, intent);
                    String signature =
                            StripeDouble.signature(
                                    event, Instant.now(), StripeDouble.WEBHOOK_SECRET);
                    return world.post("/v1/payments/stripe/webhook", event)
                            .header("stripe-signature", signature);
                });
        all.put("PaymentSupport", () -> support("GET", "/v1/admin/payments?id=" + order));
    }

    private void support() {
        String ann = guest();
        all.put("SupportCalls", () -> support("GET", "/v1/admin/players/" + ann));
        all.put("WalletSupportCalls", () -> support("GET", "/v1/admin/players/ann/wallet"));
        all.put(
                "BanCalls",
                () ->
                        support("POST", "/v1/admin/players/" + guest() + "/bans")
                                .json("{\"scope\":\"chat\",\"reason\":\"x\"}"));
    }

    private void administration() {
        all.put("CatalogueCalls", () -> admin("GET", "/v1/admin/store/catalogues"));
        all.put(
                "SetRoles",
                () ->
                        admin("PUT", "/v1/admin/players/" + guest() + "/roles")
                                .json("{\"roles\":[\"support\"],\"reason\":\"x\"}"));
        all.put(
                "ServerCalls",
                () ->
                        admin("PUT", "/v1/admin/status")
                                .json("{\"status\":\"open\",\"reason\":\"x\"}"));
        all.put("ReadAudit", () -> admin("GET", "/v1/admin/audit?subject=ann"));
        all.put("ConfigAdminCalls", () -> admin("GET", "/v1/admin/config"));
        all.put(
                "BookCalls",
                () ->
                        admin("PUT", "/v1/admin/affiliates/blog/contracts/2026-10")
                                .json("{\"share\":1500,\"minimum\":5000,\"reason\":\"x\"}"));
    }

    /// Somebody who was here before comes in.
    private Call again(String provider, String user, UnaryOperator<String> proof) {
        String target = "/v1/login/" + provider;
        world.post(target, proof.apply(user)).send();
        return world.post(target, proof.apply(user));
    }

    private Call support(String method, String target) {
        return world.call(method, target).as("sue").claim("roles", "[support]");
    }

    private Call admin(String method, String target) {
        return world.call(method, target).as("sam").claim("roles", "[admin]");
    }

    private String fresh(String name) {
        return name + ids.incrementAndGet();
    }

    private Got session() {
        return world.login(fresh("device-"), SECRET);
    }

    private String guest() {
        return session().text("/playerId");
    }

    private String refreshToken() {
        return "{\"refreshToken\":\"%s\"}".formatted(session().text("/refreshToken"));
    }

    private void give(String player, String unit, long amount) {
        wallets.apply(
                Transaction.prize(fresh("gift#"), new PlayerId(player), new Unit(unit), amount));
    }

    private Call mail(String player, String attached) {
        String letter =
                "{\"subject\":\"Hello\",\"text\":\"There.\",\"attachments\":[%s],\"days\":30,\"reason\":\"x\"}";
        return admin("POST", "/v1/admin/players/" + player + "/mail")
                .json(letter.formatted(attached));
    }

    private Call order(String player) {
        String wish = "{\"sku\":\"gems_100\",\"quantity\":1,\"provider\":\"stripe\"}";
        return world.post("/v1/payments/orders", wish).as(player).header("idempotency-key", "k");
    }

    private String seen() {
        String event =
                "{\"id\":\"%s\",\"at\":1,\"name\":\"screen_shown\",\"fields\":{\"screen\":\"lobby\"}}";
        return "{\"session\":\"s1\",\"sentAt\":1,\"events\":[%s]}"
                .formatted(event.formatted(fresh("e")));
    }

    private static String signed(String fields) {
        String payload =
                "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":%d,%s}"
                        .formatted(Instant.now().getEpochSecond(), fields);
        return MetaSigning.sign(payload.getBytes(UTF_8), World.FACEBOOK_SECRET);
    }

    private static String canvas(String user) {
        return "{\"signedRequest\":\"%s\"}".formatted(signed("\"user_id\":\"" + user + "\""));
    }

    private static String facebook(String user) {
        return "{\"provider\":\"facebook\"," + canvas(user).substring(1);
    }

    private String instant(String player) {
        String nonce = world.get("/v1/login/nonce").send().text("/nonce");
        String fields = "\"player_id\":\"%s\",\"request_payload\":\"%s\"".formatted(player, nonce);
        return "{\"signedPlayerInfo\":\"%s\"}".formatted(signed(fields));
    }

    private String token(String subject) {
        String nonce = fresh("nonce-");
        return "{\"idToken\":\"%s\",\"nonce\":\"%s\"}".formatted(oidc.token(subject, nonce), nonce);
    }

    private Call callback(String call, String user) {
        String signed = signed("\"user_id\":\"" + user + "\"");
        return world.call("POST", "/v1/facebook/" + call)
                .form("signed_request=" + encode(signed, UTF_8));
    }

    @Override
    public void close() {
        stripe.close();
        graph.close();
        oidc.close();
        door.close();
    }
}
