package games.drawbridge.local.iam;

import java.util.regex.Pattern;

/// A text with `*` for anything and `?` for any one character, as in policies.
final class Glob {
    private final Pattern pattern;

    /// @param flags of [Pattern]
    Glob(String text, int flags) {
        var regex = new StringBuilder();
        for (char each : text.toCharArray())
            switch (each) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(each)));
            }
        pattern = Pattern.compile(regex.toString(), flags | Pattern.DOTALL);
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
