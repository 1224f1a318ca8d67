package games.drawbridge.functions.accounts;

/// Where it is told, to whoever has the code, how far a deletion is.
record StatusPage(String origin) {
    private static final String HTML =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
              :root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; }
              body { display: grid; place-items: center; min-height: 90vh; margin: 0 1.5rem; }
              main { max-width: 32rem; }
              code { overflow-wrap: anywhere; }
            </style>
            <main>
              <h1>%1$s</h1>
              <p>%2$s</p>
              <p>Confirmation code: <code>%3$s</code></p>
            </main>
            </html>
            """;

    String url(String code) {
        return origin + "/v1/facebook/deletion/" + code;
    }

    static String html(DeletionTable.Deletion deletion) {
        return deletion.done()
                ? HTML.formatted(
                        "Your data is deleted",
                        "Nothing of your account is left here. Records of purchases are kept as the law"
                                + " wants it, without anything that leads to you.",
                        deletion.code())
                : HTML.formatted(
                        "Your data is being deleted",
                        "This takes a few minutes. You can come back to this page at any time.",
                        deletion.code());
    }
}
