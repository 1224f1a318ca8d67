package games.drawbridge.local.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.template.Secret;
import java.security.SecureRandom;

/// Makes up a secret's first value as Secrets Manager does.
final class MadeUp {
    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private MadeUp() {}

    static String value(Secret.Generated how, SecureRandom random) {
        String made = characters(how, random);
        if (how.key().isEmpty()) return made;
        var object = (ObjectNode) Json.read(how.template());
        return Json.text(object.put(how.key(), made));
    }

    private static String characters(Secret.Generated how, SecureRandom random) {
        String all = how.punctuation() ? LETTERS + PUNCTUATION : LETTERS;
        var allowed = all.chars().filter(each -> how.exclude().indexOf(each) < 0).toArray();
        var made = new StringBuilder();
        for (int i = 0; i < how.length(); i++)
            made.append((char) allowed[random.nextInt(allowed.length)]);
        return made.toString();
    }
}
