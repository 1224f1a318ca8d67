package games.drawbridge.functions.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.testkit.World;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetStoreTest {
    private static final World world = World.open();

    @Test
    void showsWhatIsTheSameForEverybody() throws Exception {
        var store = world.get("/v1/store").send();
        var file =
                new ObjectMapper()
                        .readTree(Files.readString(Path.of("title/store/catalogue.json")));
        assertThat(store.at("/version")).isEqualTo(file.at("/version"));
        assertThat(store.at("/items/0")).isEqualTo(file.at("/items/0"));
        assertThat(store.at("/packs")).isEqualTo(file.at("/packs"));
        assertThat(store.at("/items")).hasSize(file.at("/items").size());
        assertThat(store.body())
                .as("nobody learns of sales to come")
                .doesNotContain("sales", "2026-12-20");
        assertThat(store.headers())
                .containsEntry("cache-control", "public, max-age=60")
                .containsKey("etag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TAG              | 304
                    W/TAG            | 304
                    "x", TAG         | 304
                    *                | 304
                    "x"              | 200
                    TAGx             | 200
                    """)
    void isNotSentAgainToWhoHasIt(String tags, int status) {
        String tag = world.get("/v1/store").send().headers().get("etag");
        var again = world.get("/v1/store").header("if-none-match", tags.replace("TAG", tag)).send();
        assertThat(again.status()).isEqualTo(status);
        assertThat(again.headers()).containsEntry("etag", tag);
    }

    @Test
    void anEditIsAnotherTag() {
        var other = World.open();
        other.catalogue("{\"version\":\"2\",\"items\":[],\"packs\":[]}");
        var store = other.get("/v1/store").send();
        assertThat(store.body()).isEqualTo("{\"version\":\"2\",\"items\":[],\"packs\":[]}");
        assertThat(store.headers().get("etag"))
                .isNotEqualTo(world.get("/v1/store").send().headers().get("etag"));
    }

    @Test
    void aBrokenCatalogueIsAFault() {
        var other = World.open();
        other.catalogue("{\"version\":\"3\",");
        var store = other.get("/v1/store").send();
        assertThat(store.outcome()).isEqualTo("500 internal");
        assertThat(store.log()).hasSize(1);
    }
}
