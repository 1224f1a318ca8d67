package games.drawbridge.functions.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.store.Catalogue;
import games.drawbridge.model.store.Finding;
import games.drawbridge.model.store.Inspection;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// What came of reading a catalogue that somebody wrote.
public sealed interface Proof {

    /// It may go live.
    record Clean(Catalogue catalogue) implements Proof {}

    /// It may not.
    record Marked(List<Finding> findings) implements Proof {
        public Marked {
            findings = List.copyOf(findings);
        }
    }

    /// First how it is written, then what it says: who has a slip of the pen is told of all of them
    /// at once.
    static Proof of(String text) {
        var findings = new ArrayList<Finding>();
        try {
            CatalogueShape.WHOLE.check("", JsonText.strictly(text), findings);
            if (!findings.isEmpty()) return new Marked(findings);
            var catalogue = JsonText.read(text, Catalogue.class);
            var wrong = Inspection.of(catalogue);
            return wrong.isEmpty() ? new Clean(catalogue) : new Marked(wrong);
        } catch (JacksonException noJson) {
            return new Marked(List.of(new Finding("", noJson.getOriginalMessage())));
        } catch (UncheckedIOException refused) {
            return new Marked(List.of(finding(refused)));
        }
    }

    /// What the catalogue itself would not take.
    private static Finding finding(UncheckedIOException refused) {
        if (!(refused.getCause() instanceof JsonMappingException wrong)) throw refused;
        var path = new StringBuilder();
        for (var step : wrong.getPath())
            path.append('/')
                    .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        Throwable root = wrong;
        while (root.getCause() != null) root = root.getCause();
        return new Finding(path.toString(), String.valueOf(root.getMessage()));
    }
}
