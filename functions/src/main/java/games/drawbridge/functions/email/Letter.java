package games.drawbridge.functions.email;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an e-mail says. Both of its forms are made from the same sentences, and in HTML every one
/// of them is escaped.
///
/// @param language BCP 47
/// @param paragraphs plain text each
/// @param button what the reader may do
/// @param footer small print
public record Letter(
        String language,
        String subject,
        List<String> paragraphs,
        Optional<Link> button,
        Optional<Link> footer) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private static final String BUTTON =
            "<p><a href=\"%s\" style=\"display:inline-block;padding:12px 20px;border-radius:8px;"
                    + "background:#2457d6;color:#ffffff;text-decoration:none\">%s</a></p>";
    private static final String FOOTER =
            "<p style=\"margin-top:32px;font-size:13px;color:#767676\"><a href=\"%s\""
                    + " style=\"color:inherit\">%s</a></p>";

    /// Words that lead somewhere.
    public record Link(String words, String url) {}

    /// A subject is one line, so that nothing in it becomes a header.
    public Letter {
        subject = CONTROL.matcher(subject).replaceAll(" ").strip();
        paragraphs = List.copyOf(paragraphs);
    }

    public static Letter of(Phrases phrases, String subject, List<String> paragraphs) {
        return new Letter(
                phrases.language(), subject, paragraphs, Optional.empty(), Optional.empty());
    }

    public Letter withButton(String words, String url) {
        return new Letter(language, subject, paragraphs, Optional.of(new Link(words, url)), footer);
    }

    public Letter withFooter(String words, String url) {
        return new Letter(language, subject, paragraphs, button, Optional.of(new Link(words, url)));
    }

    /// For who reads no HTML.
    public String text() {
        var text = new StringBuilder(String.join("\n\n", paragraphs));
        button.ifPresent(to -> text.append("\n\n" + to.words() + ":\n" + to.url()));
        footer.ifPresent(to -> text.append("\n\n-- \n" + to.words() + ":\n" + to.url()));
        return text.append('\n').toString();
    }

    public String html() {
        String body =
                paragraphs.stream()
                        .map(each -> "<p>" + Html.escape(each) + "</p>")
                        .collect(joining("\n"));
        return """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        </head>
        <body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif">
        <div style="max-width:560px;margin:0 auto">
        %s
        </div>
        </body>
        </html>
        """
                .formatted(
                        Html.escape(language),
                        Html.escape(subject),
                        body + part(button, BUTTON) + part(footer, FOOTER));
    }

    private static String part(Optional<Link> link, String form) {
        return link.map(to -> "\n" + form.formatted(Html.escape(to.url()), Html.escape(to.words())))
                .orElse("");
    }
}
