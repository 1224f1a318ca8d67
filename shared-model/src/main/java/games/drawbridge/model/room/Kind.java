package games.drawbridge.model.room;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A kind's name and the types its JSON maps to.
///
/// @param name lower case, words joined by hyphens: `four-in-a-row`
/// @param state the room's whole state; a record
/// @param move what a player may ask for
/// @param event what may happen
/// @param note what other rooms may tell it: a record, or a sealed family of them; nothing when it
///   hears nobody
public record Kind<S, M, E>(
        String name, Class<S> state, Class<M> move, Class<E> event, @Nullable Class<?> note) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");

    public Kind(String name, Class<S> state, Class<M> move, Class<E> event) {
        this(name, state, move, event, null);
    }

    public Kind {
        if (name.length() > 40 || !FORM.matcher(name).matches())
            throw new IllegalArgumentException("not a kind's name: " + name);
    }
}
