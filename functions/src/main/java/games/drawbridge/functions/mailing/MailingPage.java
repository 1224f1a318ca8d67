package games.drawbridge.functions.mailing;

import games.drawbridge.functions.email.Html;
import games.drawbridge.functions.email.Phrases;
import games.drawbridge.functions.http.Reply;
import java.util.Map;

/// The pages behind the links of e-mails. They run nothing and load nothing. What is looked at
/// changes nothing: programs that follow every link of an e-mail before a person does press no
/// button.
final class MailingPage {
    private static final int NOT_FOUND = 404;

    private MailingPage() {}

    static Reply told(Phrases phrases, String name) {
        return Reply.html(page(phrases, name, Map.of(), ""));
    }

    static Reply asked(Phrases phrases, String name, Map<String, String> values) {
        String button = Html.escape(phrases.say("page." + name + ".button"));
        // it goes to where the page itself was: the token stays in the address
        String form = "\n  <form method=\"post\"><button>" + button + "</button></form>";
        return Reply.html(page(phrases, name, values, form));
    }

    /// A link that says nothing any more.
    static Reply stale(Phrases phrases) {
        var page = told(phrases, "stale");
        return new Reply(NOT_FOUND, page.headers(), page.body());
    }

    private static String page(
            Phrases phrases, String name, Map<String, String> values, String form) {
        return """
        <!doctype html>
        <html lang="%s">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <title>%2$s</title>
        <style>
          :root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; }
          body { display: grid; place-items: center; min-height: 90vh; margin: 0 1.5rem; }
          main { max-width: 32rem; }
          button { font: inherit; padding: .6rem 1.2rem; border-radius: .5rem; border: 0;
            background: #2457d6; color: #fff; cursor: pointer; }
        </style>
        <main>
          <h1>%2$s</h1>
          <p>%3$s</p>%4$s
        </main>
        </html>
        """
                .formatted(
                        Html.escape(phrases.language()),
                        Html.escape(phrases.say("page." + name + ".title")),
                        Html.escape(phrases.say("page." + name + ".text", values)),
                        form);
    }
}
