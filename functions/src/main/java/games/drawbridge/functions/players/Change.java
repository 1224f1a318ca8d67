package games.drawbridge.functions.players;

import games.drawbridge.functions.http.Fields;
import games.drawbridge.model.finance.Contract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a player wants to have changed in the own profile.
///
/// @param values by attribute; empty takes the attribute away
record Change(Map<String, Optional<String>> values) {
    /// Whoever was first to bring the player did.
    private static final String AFFILIATE = "affiliate";

    static Change of(Fields body) {
        var values = new LinkedHashMap<String, Optional<String>>();
        if (body.has("name")) {
            String name = name(body);
            values.put("name", Optional.of(name));
            values.put("folded", Optional.of(PlayerName.folded(name)));
        }
        if (body.has("locale")) values.put("locale", Optional.of(locale(body)));
        if (body.has("country")) values.put("country", Optional.ofNullable(country(body)));
        if (body.has("avatar")) values.put("avatar", Optional.ofNullable(avatar(body)));
        if (body.has("affiliate")) values.put(AFFILIATE, Optional.of(affiliate(body)));
        return new Change(values);
    }

    /// The new name, if there is to be one.
    Optional<String> name() {
        return values.getOrDefault("name", Optional.empty());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /// As an update: `#name` and `:name` stand for an attribute and its new value.
    String expression() {
        return (clause("SET ", true, "#%1$s = :%1$s") + clause(" REMOVE ", false, "#%s")).strip();
    }

    private String clause(String word, boolean present, String form) {
        var parts = new ArrayList<String>();
        values.forEach((name, value) -> {
            boolean stays = name.equals(AFFILIATE);
            if (value.isPresent() == present)
                parts.add((stays ? "#%1$s = if_not_exists(#%1$s, :%1$s)" : form).formatted(name));
        });
        return parts.isEmpty() ? "" : word + String.join(", ", parts);
    }

    private static String name(Fields body) {
        String text = body.text("name", 1, PlayerLimits.NAME_TEXT);
        return body.parsed(
                        "name",
                        text,
                        PlayerName::new,
                        "1 to " + PlayerLimits.NAME + " visible characters")
                .text();
    }

    private static String locale(Fields body) {
        String text = body.text("locale", 2, PlayerLimits.LOCALE_TEXT);
        if (!PlayerLimits.LOCALE.matcher(text).matches()) throw body.bad("locale", "as in pt-BR");
        return text;
    }

    private static @Nullable String country(Fields body) {
        String text = body.optionalText("country", 2, 2).orElse(null);
        if (text != null && !Arrays.asList(Locale.getISOCountries()).contains(text))
            throw body.bad("country", "two letters of ISO 3166-1");
        return text;
    }

    private static String affiliate(Fields body) {
        String text = body.text("affiliate", 1, PlayerLimits.AFFILIATE_TEXT);
        if (!Contract.isAffiliate(text))
            throw body.bad("affiliate", "small letters, digits and hyphens");
        return text;
    }

    private static @Nullable String avatar(Fields body) {
        String text = body.optionalText("avatar", 1, PlayerLimits.AVATAR_TEXT).orElse(null);
        if (text != null && !PlayerLimits.AVATAR.matcher(text).matches())
            throw body.bad("avatar", "the name of a picture");
        return text;
    }
}
