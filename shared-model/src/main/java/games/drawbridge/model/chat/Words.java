package games.drawbridge.model.chat;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What players write, made fit for others to read: without what cannot be seen, and with stars in
/// place of words that the title does not want.
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}$@]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PILED_MARKS = Pattern.compile("(\\p{M}{3})\\p{M}+");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String DISGUISED = "013457$@";
    private static final String PLAIN = "oieastsa";

    private final Set<String> blocked;

    /// @param blocked words, in any case and with or without accents
    public Words(Collection<String> blocked) {
        this.blocked = blocked.stream().map(Words::folded).collect(Collectors.toUnmodifiableSet());
    }

    /// The text as it is told to others; may be empty.
    public String clean(String text) {
        var seen = UNSEEN.matcher(text).replaceAll(" ");
        var flat = PILED_MARKS.matcher(seen).replaceAll("$1");
        return masked(SPACES.matcher(flat).replaceAll(" ").strip());
    }

    private String masked(String text) {
        return WORD.matcher(text)
                .replaceAll(word ->
                        blocked.contains(folded(word.group()))
                                ? "*".repeat(word.group().length())
                                : Matcher.quoteReplacement(word.group()));
    }

    /// As words are compared: `1d10t` is `idiot`, and so is `Ídiöt`.
    private static String folded(String word) {
        var bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        var folded = new StringBuilder();
        for (char letter : bare.toLowerCase(Locale.ROOT).toCharArray()) {
            int disguise = DISGUISED.indexOf(letter);
            folded.append(disguise < 0 ? letter : PLAIN.charAt(disguise));
        }
        return folded.toString();
    }
}
