package games.drawbridge.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void aCursorLeadsToTheNextPage() {
        var page = new Page("list", 2, null);
        assertThat(page.toRead()).isEqualTo(3);
        var read = List.of("a", "b", "c");
        assertThat(page.of(read)).containsExactly("a", "b");
        String next = page.next(read, Function.identity());
        assertThat(Page.position("list", next)).isEqualTo("b");
    }

    @Test
    void theLastPageHasNoNext() {
        var page = new Page("list", 2, null);
        assertThat(page.next(List.of("a", "b"), Function.identity())).isNull();
        assertThat(page.next(List.<String>of(), Function.identity())).isNull();
    }

    @Test
    void aChangedCursorIsRefused() {
        String cursor = Page.cursor("list", "ENTRY#1");
        for (int n = 0; n < cursor.length(); n++) {
            char other = cursor.charAt(n) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, n) + other + cursor.substring(n + 1);
            assertThatThrownBy(() -> Page.position("list", changed))
                    .as(changed)
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith("400 bad-input");
        }
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = Page.cursor("entries of ann", "1");
        assertThatThrownBy(() -> Page.position("entries of bob", cursor))
                .hasMessageStartingWith("400 bad-input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!", "AAAA", "ÿ", "YWJjZGVmZ2hpamts"})
    void whatWasNeverACursorIsRefused(String text) {
        assertThatThrownBy(() -> Page.position("list", text))
                .hasMessageStartingWith("400 bad-input");
    }
}
