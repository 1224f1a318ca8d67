package games.drawbridge.functions.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    @Test
    void whatIsPutInIsTextAndNeverMarkup() {
        String evil = "<img src=x onerror=\"alert('1')\">&";
        var letter =
                Letter.of(Phrases.in("en"), evil, List.of("Dear " + evil))
                        .withButton(evil, "https://play.example/?a=1&b=\"><script>")
                        .withFooter(evil, "https://play.example/");
        assertThat(letter.html())
                .doesNotContain("<img", "<script", "b=\">")
                .contains("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;")
                .contains("?a=1&amp;b=&quot;&gt;&lt;script&gt;");
        assertThat(letter.text()).contains("Dear " + evil, "https://play.example/?a=1&b=\">");
    }

    @Test
    void aSubjectIsOneLine() {
        var letter =
                Letter.of(Phrases.in("en"), "Hi\r\nBcc: all@example.com\t\u0000 you", List.of());
        assertThat(letter.subject()).isEqualTo("Hi Bcc: all@example.com  you");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    de,             de
                    de-CH,          de
                    DE_at,          de
                    'fr-CA,fr;q=1', fr
                    pt-BR,          en
                    '',             en
                    *,              en
                    -,              en
                    """)
    void aPlayerIsWrittenToInTheirLanguageOrInEnglish(String locale, String language) {
        assertThat(Phrases.in(locale).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void everyLanguageSaysAllOfItWithTheSameValues(String language) {
        var english = Phrases.in("en");
        var other = Phrases.in(language);
        assertThat(other.names()).isEqualTo(english.names());
        for (String name : english.names())
            assertThat(placeholders(other.find(name).orElseThrow()))
                    .as(name)
                    .isEqualTo(placeholders(english.find(name).orElseThrow()));
    }

    private static List<String> placeholders(String phrase) {
        return PLACEHOLDER.matcher(phrase).results().map(it -> it.group()).sorted().toList();
    }

    @Test
    void aValueWithBracesIsNotLookedAtAgain() {
        var values = Map.of("item", "{price} $1 \\", "price", "9");
        var phrases = Phrases.in("en");
        assertThat(phrases.say("confirmation.2", values)).isEqualTo("{price} $1 \\: 9");
        assertThatThrownBy(() -> phrases.say("confirmation.2", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("item");
        assertThatThrownBy(() -> phrases.say("confirmation.99"))
                .isInstanceOf(IllegalStateException.class);
    }
}
