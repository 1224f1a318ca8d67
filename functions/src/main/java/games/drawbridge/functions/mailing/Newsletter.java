package games.drawbridge.functions.mailing;

import java.time.Instant;
import java.util.List;

/// A letter to all on the list who want to read about its topic.
///
/// @param id letters and digits
/// @param topic a word of the list's topics
/// @param words in each language that it is written in, one at least; who reads none of them gets
///   the first
public record Newsletter(String id, String topic, List<Words> words, Instant at) {

    /// @param language as phrases call it: `de`
    public record Words(String language, String subject, List<String> paragraphs) {
        public Words {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /// @throws IllegalArgumentException when there is no such topic, or nothing is said
    public Newsletter {
        Topic.of(topic);
        words = List.copyOf(words);
        if (words.isEmpty()) throw new IllegalArgumentException("a letter without words");
    }

    boolean isFor(Subscription subscription) {
        return subscription.state() == Subscription.State.ON
                && subscription.topics().contains(Topic.of(topic));
    }

    Words in(String language) {
        return words.stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .orElseGet(words::getFirst);
    }
}
