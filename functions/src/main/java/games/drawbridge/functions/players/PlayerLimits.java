package games.drawbridge.functions.players;

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

    static final Pattern AVATAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");

    private PlayerLimits() {}
}
