package games.drawbridge.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads CloudFormation's YAML into plain maps; `!Ref X` becomes `{"Ref": "X"}`, as in its JSON.
final class TemplateYaml {
    private TemplateYaml() {}

    /// @throws TemplateFault when it is no YAML, or a key stands twice
    /// @throws IOException when the file can't be read
    static Map<String, Object> read(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml =
                new Yaml(
                        new Tags(options),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        options,
                        new PlainScalars());
        try {
            return Values.map(file.getFileName().toString(), yaml.load(Files.readString(file)));
        } catch (YAMLException notYaml) {
            throw new TemplateFault("not readable", String.valueOf(notYaml.getMessage()));
        }
    }

    private static final class Tags extends SafeConstructor {
        Tags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put(
                    "!",
                    new AbstractConstruct() {
                        @Override
                        public Object construct(Node node) {
                            return intrinsic(node);
                        }
                    });
        }

        private Object intrinsic(Node node) {
            String tag = node.getTag().getValue().substring(1);
            String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
            Map<String, Object> call = new LinkedHashMap<>();
            call.put(
                    name,
                    switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new TemplateFault("!" + tag, "not a value");
                    });
            return call;
        }
    }

    /// An unquoted 2012-10-17 is a policy's version, not a day.
    private static final class PlainScalars extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) super.addImplicitResolver(tag, pattern, first, limit);
        }
    }
}
