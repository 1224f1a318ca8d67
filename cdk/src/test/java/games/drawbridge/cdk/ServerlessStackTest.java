package games.drawbridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServerlessStackTest {
    private static final ObjectMapper JSON = Synthesized.JSON;
    private static final Path TEMPLATE = Synthesized.TEMPLATE;
    private final JsonNode stack = Synthesized.PROD.stack("Serverless");

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
}
