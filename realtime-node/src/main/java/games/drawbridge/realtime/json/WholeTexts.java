package games.drawbridge.realtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/// Keeps a text at hand, as a String or as its characters, while it is read. Jackson reads a long
/// one through a Reader, of which no part can be had again; snapshots and batches of large rooms
/// are long.
final class WholeTexts extends JsonFactory {
    private static final long serialVersionUID = 1L;

    /// Characters of the longest text that Jackson keeps itself.
    private static final int LONG = 0x8000;

    WholeTexts() {}

    private WholeTexts(WholeTexts other) {
        super(other, null);
    }

    @Override
    public JsonFactory copy() {
        return new WholeTexts(this);
    }

    @Override
    public JsonParser createParser(String content) throws IOException {
        return content.length() > LONG
                ? createParser(content.toCharArray())
                : super.createParser(content);
    }

    /// @param whole what a parser's location refers to
    static String part(Object whole, int from, int to) {
        return switch (whole) {
            case String text -> text.substring(from, to);
            case char[] text -> new String(text, from, to - from);
            default -> throw new IllegalStateException("Json is read from a String only");
        };
    }
}
