package games.drawbridge.functions.analytics;

import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Account;
import games.drawbridge.model.wallet.Leg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What there is to tell of a transaction of the ledger: goods for a currency of the game, or real
/// money.
final class LedgerEvents {
    private LedgerEvents() {}

    /// @param legs JSON, as the transaction's row has them
    static List<Event> of(String transaction, String reason, String legs, Instant at) {
        var all = List.of(JsonText.read(legs, Leg[].class));
        var player = all.stream().flatMap(leg -> leg.account().player().stream()).findFirst();
        return reason.equals("order")
                ? List.of(order(transaction, all, player, at))
                : money(transaction, reason, all, player, at);
    }

    private static Event order(
            String transaction, List<Leg> legs, Optional<PlayerId> player, Instant at) {
        var fields = new LinkedHashMap<String, Object>();
        first(legs, leg -> leg.account().player().isPresent() && leg.amount() < 0)
                .ifPresent(paid -> {
                    fields.put("unit", paid.unit().value());
                    fields.put("spent", -paid.amount());
                });
        good(legs, leg -> leg.amount() > 0, fields);
        return Event.of("order", transaction, player.orElse(null), at, fields);
    }

    /// One event for each currency that moved, and there is one.
    private static List<Event> money(
            String transaction,
            String reason,
            List<Leg> legs,
            Optional<PlayerId> player,
            Instant at) {
        var events = new ArrayList<Event>();
        for (var leg : legs) {
            boolean isProvider = leg.account().isReal() && !leg.account().equals(Account.SALES);
            if (!isProvider) continue;
            var fields = new LinkedHashMap<String, Object>();
            fields.put("action", reason);
            fields.put("provider", leg.account().value().replaceFirst("^real:", ""));
            fields.put("currency", leg.unit().id().toUpperCase(Locale.ROOT));
            fields.put("gross", leg.amount());
            good(legs, _ -> true, fields);
            events.add(Event.of("payment", transaction, player.orElse(null), at, fields));
        }
        return events;
    }

    private static void good(List<Leg> legs, Predicate<Leg> wanted, Map<String, Object> into) {
        first(
                        legs,
                        leg ->
                                leg.account().player().isPresent()
                                        && !leg.unit().isDebt()
                                        && wanted.test(leg))
                .ifPresent(got -> {
                    // a piece of a unique good counts as the good
                    into.put("good", got.unit().value().replaceFirst("#.*", ""));
                    into.put("amount", got.amount());
                });
    }

    private static Optional<Leg> first(List<Leg> legs, Predicate<Leg> wanted) {
        return legs.stream().filter(wanted).min(Comparator.comparing(leg -> leg.unit().value()));
    }
}
