package games.drawbridge.model.room;

import java.util.List;

/// What rules answer: these events, or no and why.
public sealed interface Decision<E> {

    /// @param effects what should happen outside the room, carried out exactly once
    record Accepted<E>(List<E> events, List<Effect> effects) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            effects = List.copyOf(effects);
            if (events.isEmpty() && effects.stream().anyMatch(Effect.Outward.class::isInstance))
                throw new IllegalArgumentException(
                        "a score, grant or mail needs an event to hang on");
        }

        /// The same events, with these effects as well.
        public Accepted<E> with(Effect... more) {
            var all = new java.util.ArrayList<>(effects);
            all.addAll(List.of(more));
            return new Accepted<>(events, all);
        }
    }

    /// @param reason stable, lower case, words joined by hyphens: the client shows a text for it
    record Denied<E>(String reason) implements Decision<E> {}

    /// The same, and a denial where nothing would come of it.
    default Decision<E> orNothing() {
        return equals(Decision.<E>accept()) ? deny("nothing") : this;
    }

    @SafeVarargs
    static <E> Accepted<E> accept(E... events) {
        return new Accepted<>(List.of(events), List.of());
    }

    static <E> Denied<E> deny(String reason) {
        return new Denied<>(reason);
    }
}
