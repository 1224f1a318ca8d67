package games.drawbridge.local.template;

import java.util.Optional;

/// A secret of Secrets Manager.
///
/// @param value the template's own, if any
/// @param generated how its first value is made up, if it is
public record Secret(
        String id, String name, String arn, Optional<String> value, Optional<Generated> generated) {

    /// How Secrets Manager makes up a value.
    ///
    /// @param length characters of the made-up part
    /// @param exclude characters that never appear in it
    /// @param template a JSON object into which it goes under `key`; empty when it is the value
    public record Generated(
            int length, String exclude, boolean punctuation, String template, String key) {}

    private static final int USUAL_LENGTH = 32;
    private static final int MOST_LENGTH = 4096;

    static Secret read(String id, String name, String arn, Props props) {
        props.ignore("Name", "Description", "KmsKeyId", "Tags");
        return new Secret(id, name, arn, props.maybe("SecretString"), generated(props));
    }

    private static Optional<Generated> generated(Props props) {
        if (!props.has("GenerateSecretString")) return Optional.empty();
        var how = props.in("GenerateSecretString");
        how.ignore("RequireEachIncludedType");
        how.only("IncludeSpace", "false");
        how.only("ExcludeLowercase", "false");
        how.only("ExcludeUppercase", "false");
        how.only("ExcludeNumbers", "false");
        return Optional.of(
                new Generated(
                        how.whole("PasswordLength", USUAL_LENGTH, 1, MOST_LENGTH),
                        how.maybe("ExcludeCharacters").orElse(""),
                        !how.flag("ExcludePunctuation", false),
                        how.maybe("SecretStringTemplate").orElse(""),
                        how.maybe("GenerateStringKey").orElse("")));
    }
}
