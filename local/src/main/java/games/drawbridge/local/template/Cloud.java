package games.drawbridge.local.template;

/// The account and region in which the declared things pretend to live, and how they are named
/// there.
///
/// @param queues the endpoint under which queues are reached, `http://host:port`
public record Cloud(String region, String account, String queues) {

    /// An account number that AWS gives to nobody.
    public static final String ACCOUNT = "000000000000";

    public String table(String name) {
        return arn("dynamodb", "table/" + name);
    }

    public String function(String name) {
        return arn("lambda", "function:" + name);
    }

    public String queue(String name) {
        return arn("sqs", name);
    }

    public String queueUrl(String name) {
        return queues + "/" + account + "/" + name;
    }

    /// Secrets Manager adds six random characters to a secret's name; here they are always the
    /// same, so that a secret kept on disk is found again.
    public String secret(String name) {
        return arn("secretsmanager", "secret:" + name + "-local0");
    }

    public String rule(String name) {
        return arn("events", "rule/" + name);
    }

    public String identity(String name) {
        return arn("ses", "identity/" + name);
    }

    public String configurationSet(String name) {
        return arn("ses", "configuration-set/" + name);
    }

    /// Buckets have neither region nor account in their names.
    public static String bucket(String name) {
        return "arn:aws:s3:::" + name;
    }

    private String arn(String service, String rest) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + rest;
    }

    /// The function's name in its ARN, whether or not an alias follows.
    ///
    /// @throws TemplateFault when it is no function's ARN
    static String functionIn(String where, String arn) {
        var parts = arn.split(":", -1);
        if (parts.length < 7 || !parts[2].equals("lambda"))
            throw new TemplateFault(where, "not a function's ARN: " + arn);
        return parts[6];
    }
}
