package games.drawbridge.functions.players;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a profile may hold, each with its unit and reason.
final class PlayerLimits {
    /// Code points of a name: fits above a board on a phone.
    static final int NAME = 24;

    /// UTF-16 characters of a name before it is looked at: every code point may take two.
    static final int NAME_TEXT = 4 * NAME;

    /// Characters of a locale, by BCP 47 in practice.
    static final int LOCALE_TEXT = 35;

    static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    /// Characters of an avatar: it names a picture, it is no address, so that no player makes
    /// others fetch something from elsewhere.
    static final int AVATAR_TEXT = 64;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static final Pattern AVATAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");

    /// Characters of an affiliate's name, as contracts have it.
    static final int AFFILIATE_TEXT = 64;

    /// Cards read at once: a full room, or a screen of a board.
    static final int CARDS = 100;

    /// How old a card may be that stands between us and a client.
    static final Duration CARD_AGE = Duration.ofSeconds(30);

    /// How old a function's own copy of the title's rules for names may be.
    static final Duration RULES_AGE = Duration.ofSeconds(30);

    /// A locale that a provider wrote its own way.
    static Optional<String> locale(String text) {
        String ours = text.replace('_', '-');
        return ours.length() <= LOCALE_TEXT && LOCALE.matcher(ours).matches()
                ? Optional.of(ours)
                : Optional.empty();
    }

    /// A country that a provider wrote its own way.
    static Optional<String> country(String text) {
        String ours = text.toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(ours) ? Optional.of(ours) : Optional.empty();
    }

    private PlayerLimits() {}
}
