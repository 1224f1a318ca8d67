package games.drawbridge.model.room;

import java.util.regex.Pattern;

/// A kind's name and the types its JSON maps to.
///
/// @param name lower case, words joined by hyphens: `four-in-a-row`
/// @param state the room's whole state; a record
/// @param move what a player may ask for
/// @param event what may happen
public record Kind<S, M, E>(String name, Class<S> state, Class<M> move, Class<E> event) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");

    public Kind {
        if (name.length() > 40 || !FORM.matcher(name).matches())
            throw new IllegalArgumentException("not a kind's name: " + name);
    }
}
