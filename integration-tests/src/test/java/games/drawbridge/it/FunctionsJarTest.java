package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import games.drawbridge.local.template.Function;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Lambda reads at each cold start: little, and nothing that is used left out. That its
/// clients read and write is what all tests of the world see, for the world runs this jar.
class FunctionsJarTest {
    private static final Path JAR = Path.of("../functions/target/functions.jar");

    /// Bytes.
    private static final long MOST = 20_000_000;

    private static URLClassLoader loader() throws IOException {
        var urls = new URL[] {JAR.toUri().toURL()};
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void itIsUnderTwentyMegabytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dynamodb.DefaultDynamoDbClient",
                "s3.DefaultS3Client",
                "secretsmanager.DefaultSecretsManagerClient",
                "sesv2.DefaultSesV2Client"
            })
    void eachClientIsWhole(String client) throws IOException {
        try (var loader = loader()) {
            assertThatCode(() ->
                            Class.forName(
                                    "software.amazon.awssdk.services." + client, true, loader))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void eachHandlerFindsWhatItTakesAndGives() throws Exception {
        try (var loader = loader()) {
            var functions = TheWorld.world().template().functions();
            assertThat(functions).hasSizeGreaterThan(30);
            for (Function function : functions) {
                var handler = loader.loadClass(function.handler().replaceFirst("::.*", ""));
                assertThatCode(handler::getDeclaredMethods).doesNotThrowAnyException();
                assertThatCode(handler::getDeclaredConstructors).doesNotThrowAnyException();
            }
        }
    }
}
