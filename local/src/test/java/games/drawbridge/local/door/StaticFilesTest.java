package games.drawbridge.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticFilesTest {
    private static final String LONG = "const a = 1;\n".repeat(500);

    @TempDir private Path folder;
    private StaticFiles files;

    @BeforeEach
    void write() throws IOException {
        Path root = Files.createDirectories(folder.resolve("client"));
        Files.createDirectories(root.resolve("games/duel"));
        Files.createDirectories(root.resolve("node_modules/x"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("index.html"), "<p>home</p>");
        Files.writeString(root.resolve("main.js"), LONG);
        Files.writeString(root.resolve("a b.css"), "p {}");
        Files.writeString(root.resolve(".npmrc"), "token");
        Files.writeString(root.resolve("package.json"), "{}");
        Files.writeString(root.resolve("node_modules/x/x.js"), "x");
        Files.writeString(root.resolve("node_modules/x/index.html"), "x");
        Files.createDirectories(root.resolve("games/tic tac+ö"));
        Files.writeString(root.resolve("games/tic tac+ö/index.html"), "<p>tic</p>");
        Files.writeString(root.resolve("games/duel/index.html"), "<p>duel</p>");
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/index.html"), "secret");
        Files.createSymbolicLink(root.resolve("outside"), folder.resolve("outside"));
        files = new StaticFiles(root, "default-src 'self'");
    }

    private Response get(String path, String... headers) throws IOException {
        return ask("GET", path, headers);
    }

    private Response ask(String method, String path, String... headers) throws IOException {
        var all = Headers.NONE;
        for (int i = 0; i < headers.length; i += 2) all = all.with(headers[i], headers[i + 1]);
        return files.answer(new Request(method, path, "", all, Buffer.buffer(), "HTTP/1.1", "::1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /                        | text/html; charset=utf-8       | no-cache           | <p>home</p>
                    /index.html              | text/html; charset=utf-8       | no-cache           | <p>home</p>
                    /games/duel/index.html   | text/html; charset=utf-8       | no-cache           | <p>duel</p>
                    /games/duel/             | text/html; charset=utf-8       | no-cache           | <p>duel</p>
                    /a%20b.css               | text/css; charset=utf-8        | public, max-age=60 | p {}
                    """)
    void aFileIsServedWithItsTypeAndHowLongItMayBeKept(
            String path, String type, String kept, String body) throws IOException {
        var response = get(path);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("content-type")).contains(type);
        assertThat(response.headers().first("cache-control")).contains(kept);
        assertThat(response.headers().first("etag").orElseThrow()).matches("\"[0-9a-f]{32}\"");
        assertThat(response.headers().first("x-content-type-options")).contains("nosniff");
        assertThat(response.headers().first("content-security-policy")).isPresent();
        assertThat(response.text()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /nothing.html
                    /games
                    /games/
                    /index.html/
                    /node_modules/x
                    /node_modules/x/
                    /outside
                    /outside/
                    /../secret.txt
                    /%2e%2e/secret.txt
                    /..%2fsecret.txt
                    /games/../../secret.txt
                    //etc/passwd
                    /link.txt
                    /.npmrc
                    /package.json
                    /node_modules/x/x.js
                    /%00
                    /%zz
                    """)
    void whatIsNoFileOfTheClientIsNotFound(String path) throws IOException {
        var response = get(path);
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text()).isEqualTo("not found\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /games/duel                  |       | /games/duel/
                    /games/duel                  | a=1&b | /games/duel/?a=1&b
                    //games/duel                 |       | /games/duel/
                    /games/tic%20tac%2b%C3%B6    |       | /games/tic%20tac%2B%C3%B6/
                    """)
    void aFoldersPageIsFoundWithoutTheSlashToo(String path, @Nullable String query, String to)
            throws IOException {
        var asked = query == null ? "" : query;
        var response =
                files.answer(
                        new Request(
                                "GET",
                                path,
                                asked,
                                Headers.NONE,
                                Buffer.buffer(),
                                "HTTP/1.1",
                                "::1"));
        assertThat(response.status()).isEqualTo(301);
        assertThat(response.headers().first("location")).contains(to);
        assertThat(get(to.replaceFirst("[?].*", "")).status()).isEqualTo(200);
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws IOException {
        String etag = get("/main.js").headers().first("etag").orElseThrow();
        for (String known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
            var response = get("/main.js", "if-none-match", known);
            assertThat(response.status()).isEqualTo(304);
            assertThat(response.body().length()).isZero();
            assertThat(response.headers().first("etag")).contains(etag);
        }
        assertThat(get("/main.js", "if-none-match", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void anEditChangesTheMark() throws IOException {
        String before = get("/index.html").headers().first("etag").orElseThrow();
        Files.writeString(folder.resolve("client/index.html"), "<p>new</p>");
        assertThat(get("/index.html").headers().first("etag").orElseThrow()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gzip, deflate, br | br
                    gzip              | gzip
                    GZIP;q=1.0        | gzip
                    identity          | -
                    ''                | -
                    brr               | -
                    """)
    void textIsCompressedAsTheCallerLikes(String accepts, String expected) throws IOException {
        if (expected.equals("br") && !Brotli4jLoader.isAvailable()) return;
        var response = get("/main.js", "accept-encoding", accepts);
        assertThat(response.headers().first("content-encoding").orElse("-")).isEqualTo(expected);
        assertThat(response.headers().first("vary")).contains("accept-encoding");
        byte[] bytes = response.body().getBytes();
        byte[] plain =
                switch (expected) {
                    case "br" -> Decoder.decompress(bytes).getDecompressedData();
                    case "gzip" ->
                            new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
                    default -> bytes;
                };
        assertThat(new String(plain, java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(LONG);
    }

    @Test
    void aSmallFileIsNotCompressed() throws IOException {
        var response = get("/index.html", "accept-encoding", "gzip");
        assertThat(response.headers().first("content-encoding")).isEmpty();
    }

    @Test
    void filesAreOnlyRead() throws IOException {
        assertThat(ask("POST", "/index.html").status()).isEqualTo(405);
        assertThat(ask("HEAD", "/index.html").status()).isEqualTo(200);
    }
}
