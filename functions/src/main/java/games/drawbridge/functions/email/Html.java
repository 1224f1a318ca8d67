package games.drawbridge.functions.email;

/// Text as HTML has it.
public final class Html {
    private Html() {}

    /// Inside an element or a quoted attribute.
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
