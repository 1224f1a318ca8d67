package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.clans.Admission;
import games.drawbridge.model.clans.ClanLimits;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What clans say of themselves, as a stranger sends it.
final class Words {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Words() {}

    /// @throws Problem 400 when it is no language
    static String language(String text) {
        if (!LANGUAGE.matcher(text).matches())
            throw Problem.badInput("language must be as in pt, without a region");
        return text;
    }

    /// The language of a locale: `pt` of `pt-BR`.
    static String languageOf(String locale) {
        return locale.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    /// @throws Problem 400 when it is no country
    static String country(String text) {
        if (!COUNTRIES.contains(text))
            throw Problem.badInput("country must be two letters of ISO 3166-1");
        return text;
    }

    static String name(Fields body) {
        String text = body.text("name", 1, ClanName.TEXT);
        return body.parsed("name", text, ClanName::new, "3 to 24 visible characters").text();
    }

    static String tag(Fields body) {
        String text = body.text("tag", 1, ClanTag.TEXT);
        return body.parsed("tag", text, ClanTag::new, "2 to 5 letters or digits").text();
    }

    static Admission admission(Fields body) {
        String text = body.optionalText("admission", 1, 16).orElse("open");
        return body.parsed("admission", text, Admission::of, "open, request or invite");
    }

    static String motto(Fields body) {
        return body.optionalText("motto", 0, ClanLimits.MOTTO).orElse("");
    }

    static int level(Fields body) {
        return body.has("level") ? (int) body.whole("level", 0, ClanLimits.LEVEL) : 0;
    }
}
