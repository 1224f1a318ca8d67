package games.drawbridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Synthesizes once for all tests: starting CDK's engine is what takes the time.
class ServerlessStackTest {
    private static final Path TEMPLATE = Path.of("../template.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path folder;
    private static Path output;
    private static JsonNode stack;

    @BeforeAll
    static void synthesizes() throws IOException {
        output = folder.resolve("with a space");
        stack = synth(output);
    }

    private static JsonNode synth(Path output) throws IOException {
        var jar = Files.writeString(folder.resolve("functions.jar"), "the code");
        Synth.app(TEMPLATE.toAbsolutePath().normalize(), jar, output).synth();
        return JSON.readTree(output.resolve("Serverless.template.json").toFile());
    }

    @Test
    void nothingIsLostOrAddedOnTheWay() throws IOException {
        JsonNode declared = JSON.valueToTree(CloudFormationYaml.read(TEMPLATE));
        assertThat(names(stack)).isEqualTo(names(declared));
        for (var part : names(declared))
            for (var name : names(declared.get(part)))
                assertThat(withoutCode(stack.get(part).get(name)))
                        .as("%s %s", part, name)
                        .isEqualTo(declared.get(part).get(name));
        assertThat(names(stack.get("Resources"))).isEqualTo(names(declared.get("Resources")));
    }

    private static Set<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode withoutCode(JsonNode resource) {
        var copy = resource.deepCopy();
        if (copy.path("Properties") instanceof ObjectNode properties) properties.remove("CodeUri");
        return copy;
    }

    @Test
    void everyFunctionRunsTheOneJar() {
        var code = new ArrayList<JsonNode>();
        for (var resource : stack.get("Resources"))
            if (resource.get("Type").asText().equals("AWS::Serverless::Function"))
                code.add(resource.at("/Properties/CodeUri"));
        assertThat(code).hasSizeGreaterThan(20);
        assertThat(code.stream().distinct()).hasSize(1);
        assertThat(code.getFirst().get("Key").asText()).endsWith(".jar");
    }

    @Test
    void theValidatorHasNothingToSay() throws IOException {
        var report = JSON.readTree(output.resolve("validation-report.json").toFile());
        assertThat(report.findValues("violations")).isEmpty();
        assertThat(report.get("pluginReports")).isEmpty();
    }

    @Test
    void aSecondRunWritesTheSame() throws IOException {
        assertThat(synth(folder.resolve("again")).toString()).isEqualTo(stack.toString());
    }
}
