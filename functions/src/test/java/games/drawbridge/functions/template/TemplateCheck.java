package games.drawbridge.functions.template;

import games.drawbridge.functions.testkit.OpenApi;
import games.drawbridge.functions.testkit.Template;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;

/// What is wrong with a template, as far as it can be told without AWS: `WHERE: WHAT`.
final class TemplateCheck {
    private TemplateCheck() {}

    static List<String> findings(String yaml, OpenApi api) {
        var findings = new ArrayList<String>();
        try {
            var template = Template.parse(yaml);
            References.check(template, findings);
            Functions.check(template, findings);
            Policies.check(template, findings);
            Events.check(template, findings);
            Routes.check(template, api, findings);
            Storage.check(template, findings);
            Size.check(template, findings);
        } catch (YAMLException broken) {
            findings.add("yaml: " + broken.getMessage());
        }
        return findings;
    }
}
