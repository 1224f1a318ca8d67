package games.drawbridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What runs at the edge, run by Node as the edge would.
class EdgeFunctionsTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/games/drawbridge/cdk");

    /// One row per answer of the origin: status, type, and what the player gets.
    @Test
    void theGatewaysErrorsBecomeProblemsAndOursPass() throws Exception {
        var script =
                """
                const { handler } = require(process.argv[1]);
                const rows = [
                  [200, 'application/json'], [401, 'application/json'], [403, 'application/json'],
                  [404, 'application/json'], [429, 'application/json'], [502, 'application/json'],
                  [504, undefined], [400, 'application/json'], [500, 'application/json'],
                  [409, 'application/problem+json'],
                ];
                Promise.all(rows.map(async ([status, type]) => {
                  const headers = { 'content-length': [{ key: 'Content-Length', value: '23' }] };
                  if (type) headers['content-type'] = [{ key: 'Content-Type', value: type }];
                  const answer = await handler({ Records: [{ cf: { response: { status: String(status), headers } } }] });
                  return { ...answer, body: answer.body && JSON.parse(answer.body) };
                })).then((all) => console.log(JSON.stringify(all)));
                """;
        var answers = node(script, "errors.js");
        assertThat(answers.at("/0/body").isMissingNode()).isTrue();
        assertThat(answers.at("/9/body").isMissingNode()).isTrue();
        String[] codes = {
            "",
            "unauthorized",
            "forbidden",
            "not-found",
            "rate",
            "busy",
            "busy",
            "bad-input",
            "internal"
        };
        int[] statuses = {200, 401, 403, 404, 429, 503, 503, 400, 500};
        for (int i = 1; i < codes.length; i++) {
            var answer = answers.get(i);
            assertThat(answer.at("/body/code").asText()).isEqualTo(codes[i]);
            assertThat(answer.at("/body/status").asInt()).isEqualTo(statuses[i]);
            assertThat(answer.get("status").asText()).isEqualTo("" + statuses[i]);
            assertThat(answer.at("/headers/content-type/0/value").asText())
                    .isEqualTo("application/problem+json");
            assertThat(answer.at("/headers/content-length").isMissingNode()).isTrue();
            assertThat(answer.at("/headers/retry-after").isMissingNode())
                    .isEqualTo(statuses[i] != 429 && statuses[i] != 503);
        }
    }

    @Test
    void aFolderIsItsPageAndIsAskedForWithItsSlash() throws Exception {
        var answers = viewer("folders.js", "/", "/games/x/", "/games/x", "/sdk/a.js", "//evil");
        assertThat(answers.at("/0/uri").asText()).isEqualTo("/index.html");
        assertThat(answers.at("/1/uri").asText()).isEqualTo("/games/x/index.html");
        assertThat(answers.at("/2/headers/location/value").asText()).isEqualTo("/games/x/");
        assertThat(answers.at("/3/uri").asText()).isEqualTo("/sdk/a.js");
        assertThat(answers.at("/4/headers/location/value").asText()).isEqualTo("/evil/");
    }

    @Test
    void theFirstEdgeSaysWhoIssuesTokens() throws Exception {
        var answers =
                viewer(
                        "discovery.js",
                        "/.well-known/openid-configuration",
                        "/.well-known/jwks.json",
                        "/.well-known/other");
        var said = Synthesized.JSON.readTree(answers.at("/0/body").asText());
        assertThat(said.get("issuer").asText()).isEqualTo("https://play.example");
        assertThat(said.get("jwks_uri").asText())
                .isEqualTo("https://play.example/.well-known/jwks.json");
        assertThat(answers.at("/1/body").asText()).isEqualTo("{\"keys\":[]}");
        assertThat(answers.at("/2/statusCode").asInt()).isEqualTo(404);
    }

    /// CloudFront's functions have no exports: the file is read as it is.
    private static JsonNode viewer(String file, String... uris) throws Exception {
        var script =
                """
                const handler = new Function(require('fs').readFileSync(process.argv[1]) + '; return handler');
                const headers = { host: { value: 'play.example' } };
                console.log(JSON.stringify(%s.map((uri) => handler()({ request: { uri, headers } }))));
                """
                        .formatted(Synthesized.JSON.writeValueAsString(uris));
        return node(script, file);
    }

    private static JsonNode node(String script, String file)
            throws IOException, InterruptedException {
        var path = SCRIPTS.resolve(file).toAbsolutePath().toString();
        var process =
                new ProcessBuilder("node", "-e", script, path).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return Synthesized.JSON.readTree(said);
    }

    /// CloudFront's own limits, in bytes.
    @Test
    void theScriptsAreSmallEnough() throws IOException {
        assertThat(Files.size(SCRIPTS.resolve("errors.js"))).isLessThan(4_096);
        assertThat(Files.size(SCRIPTS.resolve("folders.js"))).isLessThan(10_240);
        assertThat(Files.size(SCRIPTS.resolve("discovery.js"))).isLessThan(10_240);
    }
}
