package games.drawbridge.functions.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is written to players, in one language; whatever a language has not is said in English.
public final class Phrases {
    /// A new language is a file of this name beside the others, and its name here.
    static final List<String> LANGUAGES = List.of("en", "de", "fr");

    private static final String ENGLISH = "en";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final Map<String, Phrases> ALL = new HashMap<>();

    static {
        for (String each : LANGUAGES) ALL.put(each, new Phrases(each));
    }

    private final String language;
    private final Properties texts;

    private Phrases(String language) {
        this.language = language;
        texts = read(language);
    }

    /// @param locale BCP 47, or what a browser says that it accepts: `de-CH,de;q=0.9`
    public static Phrases in(@Nullable String locale) {
        String first = locale == null ? ENGLISH : locale.strip().split("[-_,;]", 2)[0];
        var found = ALL.get(first.toLowerCase(Locale.ROOT));
        return found == null ? english() : found;
    }

    private static Phrases english() {
        return Optional.ofNullable(ALL.get(ENGLISH)).orElseThrow();
    }

    private static Properties read(String language) {
        try (var file = Phrases.class.getResourceAsStream("phrases/" + language + ".properties")) {
            if (file == null) throw new IllegalStateException("no phrases in " + language);
            var texts = new Properties();
            texts.load(new InputStreamReader(file, UTF_8));
            return texts;
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /// Names of all that is said in this language itself.
    java.util.Set<String> names() {
        return texts.stringPropertyNames();
    }

    public String language() {
        return language;
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /// A phrase as it stands, if there is one.
    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.getProperty(name))
                .or(() -> Optional.ofNullable(english().texts.getProperty(name)));
    }

    /// @param values for `{name}`, each put in as it is
    /// @throws IllegalStateException when there is no such phrase, or it wants another value
    public String say(String name, Map<String, String> values) {
        String phrase =
                find(name).orElseThrow(() -> new IllegalStateException("no phrase " + name));
        return PLACEHOLDER
                .matcher(phrase)
                .replaceAll(found -> {
                    String value = values.get(found.group(1));
                    if (value == null)
                        throw new IllegalStateException(name + " wants " + found.group(1));
                    return Matcher.quoteReplacement(value);
                });
    }

    public String say(String name) {
        return say(name, Map.of());
    }

    /// The phrases `name.1`, `name.2` … as far as they go.
    public List<String> sayAll(String name, Map<String, String> values) {
        var all = new ArrayList<String>();
        for (int n = 1; find(name + "." + n).isPresent(); n++) all.add(say(name + "." + n, values));
        return all;
    }
}
