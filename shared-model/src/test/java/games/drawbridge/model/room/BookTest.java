package games.drawbridge.model.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BookTest {

    @Test
    void itIsAMapWhoseEarlierStatesStay() {
        var dice = RandomGenerator.of("L64X128MixRandom");
        var map = new TreeMap<String, Integer>();
        Book<Integer> book = Book.empty();
        for (int n = 0; n < 5_000; n++) {
            var before = book;
            var entries = before.entries();
            String key = "k" + dice.nextInt(800);
            if (dice.nextInt(3) == 0) {
                map.remove(key);
                book = book.without(key);
            } else {
                map.put(key, n);
                book = book.with(key, n);
            }
            assertThat(book.get(key)).isEqualTo(map.get(key));
            assertThat(book.has(key)).isEqualTo(map.containsKey(key));
            assertThat(book.size()).isEqualTo(map.size());
            if (n % 500 == 0) assertThat(before.entries()).isEqualTo(entries);
        }
        assertThat(book.entries()).isEqualTo(map);
        assertThat(book).isEqualTo(Book.of(map)).hasSameHashCodeAs(Book.of(map));
    }

    @Test
    void itsJsonIsAnObject() throws Exception {
        var json = new ObjectMapper();
        var book = Book.<Integer>empty().with("b", 2).with("a", 1);
        var text = json.writeValueAsString(book);
        assertThat(text).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(json.readValue(text, new TypeReference<Book<Integer>>() {})).isEqualTo(book);
    }
}
