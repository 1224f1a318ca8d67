package games.drawbridge.cdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads a template with its short forms written out: `!Ref x` is `{"Ref": x}`.
final class CloudFormationYaml extends SafeConstructor {

    static Map<String, Object> read(Path file) throws IOException {
        return new Yaml(new CloudFormationYaml()).load(Files.readString(file));
    }

    private CloudFormationYaml() {
        super(new LoaderOptions());
        yamlMultiConstructors.put(
                "!",
                new AbstractConstruct() {
                    @Override
                    public Object construct(Node node) {
                        var name = node.getTag().getValue().substring(1);
                        var function =
                                name.equals("Ref") || name.equals("Condition")
                                        ? name
                                        : "Fn::" + name;
                        Object value =
                                switch (node) {
                                    case ScalarNode scalar -> scalar.getValue();
                                    case SequenceNode sequence -> constructSequence(sequence);
                                    default -> constructMapping((MappingNode) node);
                                };
                        return new LinkedHashMap<>(Map.of(function, value));
                    }
                });
    }
}
