package games.drawbridge.evening.judge;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Api;
import games.drawbridge.bots.evening.Notes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what the world says of an evening, through the calls that players and support have.
public final class Reading {
    private static final List<String> ROOMS =
            List.of(
                    "region:north",
                    "region:south",
                    "lobby:duel",
                    "chat:world",
                    "chat:region:north",
                    "chat:region:south");

    /// Calls at once.
    private static final int THREADS = 8;

    private final Api api;
    private final String support;
    private final Function<String, String> tokens;
    private final Map<String, Evidence.Log> logs = new ConcurrentHashMap<>();
    private final Map<String, Evidence.Purse> purses = new ConcurrentHashMap<>();
    private final Map<String, Evidence.Offer> offers = new ConcurrentHashMap<>();
    private final Map<String, Evidence.Clan> clans = new ConcurrentHashMap<>();

    /// @param support a token with that role
    /// @param tokens one of a player
    public Reading(Api api, String support, Function<String, String> tokens) {
        this.api = api;
        this.support = support;
        this.tokens = tokens;
    }

    /// All of it, of the rooms and players of these bots.
    public Evidence read(List<Notes> bots) {
        all(ROOMS, this::log);
        var lobby = logs.get("lobby:duel");
        all(lobby == null ? List.of() : Matches.rooms(lobby.events()), this::log);
        all(bots.stream().map(Notes::player).toList(), this::purse);
        all(founded(bots), this::clan);
        return new Evidence(
                bots,
                new TreeMap<>(logs),
                new TreeMap<>(purses),
                new TreeMap<>(offers),
                List.copyOf(clans.values()));
    }

    /// Every clan that any of them was ever in.
    private static Collection<String> founded(List<Notes> bots) {
        var halls =
                bots.stream()
                        .flatMap(bot -> bot.entered().stream())
                        .map(Notes.Entered::room)
                        .filter(room -> room.startsWith("clan:"))
                        .map(room -> room.substring("clan:".length()));
        return Stream.concat(halls, bots.stream().map(Notes::clan).filter(it -> it != null))
                .collect(Collectors.toSet());
    }

    private static void all(Collection<String> ids, Consumer<String> read) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var tasks = ids.stream().map(id -> threads.submit(() -> read.accept(id))).toList();
            for (var task : tasks) task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    // ---- rooms ----

    private void log(String room) {
        var events = new ArrayList<JsonNode>();
        while (true) {
            var reply = api.get("/v1/rooms/" + room + "/log?after=" + events.size(), support);
            if (reply.status() == 404) return; // nobody was there
            var page = reply.ok();
            page.get("events").forEach(events::add);
            if (!page.get("events").isEmpty() && events.size() < page.get("head").asLong())
                continue;
            var players = new ArrayList<String>();
            page.path("settings").path("@players").forEach(it -> players.add(it.asText()));
            boolean over = page.get("over").asBoolean();
            logs.put(room, new Evidence.Log(room, events, over, players));
            return;
        }
    }

    private void clan(String id) {
        var reply = api.get("/v1/clans/" + id, support);
        if (reply.status() == 200) {
            var members = new ArrayList<String>();
            reply.body().get("members").forEach(it -> members.add(it.get("playerId").asText()));
            clans.put(id, new Evidence.Clan(id, members));
        }
        log("clan:" + id);
    }

    // ---- goods ----

    private void purse(String player) {
        var token = tokens.apply(player);
        var balances = new HashMap<String, Long>();
        api.get("/v1/wallet", token)
                .ok()
                .get("balances")
                .properties()
                .forEach(it -> balances.put(it.getKey(), it.getValue().asLong()));
        for (var item : api.get("/v1/inventory", token).ok().get("items"))
            balances.put(
                    item.get("kind").asText() + ":" + item.get("id").asText(),
                    item.get("amount").asLong());
        var entries = new ArrayList<Evidence.Entry>();
        pages("/v1/wallet/entries?limit=100", "entries", token, it -> entries.add(entry(it)));
        pages(
                "/v1/market/offers?mine=true&limit=100",
                "offers",
                token,
                it -> offers.put(it.get("id").asText(), offer(it)));
        purses.put(player, new Evidence.Purse(player, balances, entries));
    }

    private void pages(String path, String field, String token, Consumer<JsonNode> each) {
        var next = path;
        while (!next.isEmpty()) {
            var page = api.get(next, token).ok();
            page.get(field).forEach(each);
            next = page.has("next") ? path + "&cursor=" + page.get("next").asText() : "";
        }
    }

    private static Evidence.Entry entry(JsonNode entry) {
        return new Evidence.Entry(
                entry.get("transaction").asText(),
                entry.get("reason").asText(),
                entry.get("unit").asText(),
                entry.get("amount").asLong());
    }

    private static Evidence.Offer offer(JsonNode offer) {
        return new Evidence.Offer(
                offer.get("id").asText(),
                offer.get("seller").asText(),
                offer.get("item").asText(),
                offer.get("amount").asLong(),
                offer.get("price").asLong(),
                offer.get("state").asText());
    }
}
