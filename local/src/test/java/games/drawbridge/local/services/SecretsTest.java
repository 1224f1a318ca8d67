package games.drawbridge.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import games.drawbridge.local.template.Secret;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    private static final Secret KEYS =
            new Secret("Keys", "Keys", "arn:keys", Optional.empty(), Optional.empty());

    @TempDir private Path folder;
    private Secrets secrets;

    @BeforeEach
    void open() throws IOException {
        secrets = reopened();
        secrets.declare(List.of(KEYS), List.of(), Map.of());
    }

    private Secrets reopened() throws IOException {
        return new Secrets(
                folder.resolve("secrets.json"), new SecureRandom(), InstantSource.system());
    }

    private Response call(String operation, String body) throws IOException {
        var headers = Headers.NONE.with("x-amz-target", "secretsmanager." + operation);
        var request = new Request("POST", "/", "", headers, Buffer.buffer(body), "HTTP/1.1", "::1");
        return new SecretsManager(secrets).answer(request);
    }

    private JsonNode done(String operation, String body) throws IOException {
        var response = call(operation, body);
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return Json.read(response.text());
    }

    private String value(String more) throws IOException {
        return done("GetSecretValue", "{\"SecretId\":\"Keys\"" + more + "}")
                .path("SecretString")
                .asText();
    }

    @Test
    void aRotationGoesThroughItsStages() throws IOException {
        String first = secrets.beginRotation("arn:keys");
        var described = done("DescribeSecret", "{\"SecretId\":\"arn:keys\"}");
        assertThat(described.path("VersionIdsToStages").path(first))
                .isEqualTo(Json.read("[\"AWSPENDING\"]"));

        done("PutSecretValue", put(first, "one", "AWSPENDING"));
        assertThat(secrets.current("Keys")).isEmpty();
        assertThat(value(",\"VersionStage\":\"AWSPENDING\"")).isEqualTo("one");

        done("UpdateSecretVersionStage", move("AWSCURRENT", first, null));
        assertThat(secrets.endRotation("arn:keys", first)).isTrue();
        assertThat(value("")).isEqualTo("one");

        String second = secrets.beginRotation("arn:keys");
        done("PutSecretValue", put(second, "two", "AWSPENDING"));
        done("UpdateSecretVersionStage", move("AWSCURRENT", second, first));
        assertThat(value("")).isEqualTo("two");
        assertThat(value(",\"VersionStage\":\"AWSPREVIOUS\"")).isEqualTo("one");
        assertThat(value(",\"VersionId\":\"" + first + "\"")).isEqualTo("one");
    }

    private static String put(String id, String value, String stage) {
        return "{\"SecretId\":\"Keys\",\"ClientRequestToken\":\"%s\",\"SecretString\":\"%s\",\"VersionStages\":[\"%s\"]}"
                .formatted(id, value, stage);
    }

    private static String move(String stage, String to, String from) {
        String remove = from == null ? "" : ",\"RemoveFromVersionId\":\"" + from + "\"";
        return "{\"SecretId\":\"Keys\",\"VersionStage\":\"%s\",\"MoveToVersionId\":\"%s\"%s}"
                .formatted(stage, to, remove);
    }

    @Test
    void aRotationWhoseFunctionFinishedNothingIsNone() throws IOException {
        String token = secrets.beginRotation("arn:keys");
        assertThat(secrets.endRotation("arn:keys", token)).isFalse();
        assertThat(secrets.current("Keys")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GetSecretValue           | {"SecretId":"Nobody"}                              | ResourceNotFoundException
                    GetSecretValue           | {"SecretId":"Keys"}                                | ResourceNotFoundException
                    GetSecretValue           | {}                                                 | InvalidParameterException
                    PutSecretValue           | {"SecretId":"Keys"}                                | InvalidParameterException
                    DescribeSecret           | {"SecretId":"Nobody"}                              | ResourceNotFoundException
                    DeleteSecret             | {"SecretId":"Keys"}                                | UnknownOperationException
                    """)
    void whatCannotBeDoneIsSaidAsAwsDoes(String operation, String body, String type)
            throws IOException {
        var response = call(operation, body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(Json.read(response.text()).path("__type").asText()).isEqualTo(type);
    }

    @Test
    void theSameVersionTakesNoOtherValue() throws IOException {
        done("PutSecretValue", put("v1", "one", "AWSCURRENT"));
        done("PutSecretValue", put("v1", "one", "AWSCURRENT"));
        assertThat(call("PutSecretValue", put("v1", "two", "AWSCURRENT")).text())
                .contains("ResourceExistsException");
    }

    @Test
    void aStageLeavesItsVersionOnlyWhenThatIsNamed() throws IOException {
        done("PutSecretValue", put("v1", "one", "AWSCURRENT"));
        done("PutSecretValue", put("v2", "two", "AWSPENDING"));
        assertThat(call("UpdateSecretVersionStage", move("AWSCURRENT", "v2", null)).text())
                .contains("InvalidParameterException");
        assertThat(value("")).isEqualTo("one");
    }

    @Test
    void secretsAreKeptForTheirOwnerOnly() throws IOException {
        done("PutSecretValue", put("v1", "one", "AWSCURRENT"));
        var permissions = Files.getPosixFilePermissions(folder.resolve("secrets.json"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        assertThat(reopened().current("arn:keys")).contains("one");
    }

    @Test
    void aValueIsMadeUpAsTheTemplateSays() throws IOException {
        var plain = new Secret.Generated(64, "abc", false, "", "");
        var inside = new Secret.Generated(10, "", true, "{\"user\":\"ann\"}", "password");
        var made = new Secret("A", "A", "arn:a", Optional.empty(), Optional.of(plain));
        var nested = new Secret("B", "B", "arn:b", Optional.empty(), Optional.of(inside));
        secrets.declare(List.of(made, nested), List.of(), Map.of());
        assertThat(secrets.current("A").orElseThrow()).matches("[d-zA-Z0-9]{64}");
        var json = Json.read(secrets.current("B").orElseThrow());
        assertThat(json.path("user").asText()).isEqualTo("ann");
        assertThat(json.path("password").asText()).hasSize(10);

        String before = secrets.current("A").orElseThrow();
        secrets.declare(List.of(made), List.of(), Map.of());
        assertThat(secrets.current("A")).contains(before);
    }
}
