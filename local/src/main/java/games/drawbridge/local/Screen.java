package games.drawbridge.local;

import games.drawbridge.local.nodes.Node;
import games.drawbridge.local.standins.Credentials;
import games.drawbridge.local.template.Table;
import java.util.stream.Collectors;

/// What `up` shows once everything runs.
final class Screen {
    private Screen() {}

    static String of(World world) {
        var at = world.endpoints();
        String nodes =
                world.nodes().all().stream().map(Node::name).collect(Collectors.joining(", "));
        String socket = at.game().replaceFirst("^http", "ws");
        return """

        Game       %s/
        API        %s/v1
        Realtime   %s/rt/NODE with NODE one of %s
        Console    %s/_local
        DynamoDB   %s%s
        S3         %s
        SQS        %s
        Redis      %s

        Look into a table:
          %s
        Data is kept in .local/ between runs, logs are in .local/logs/. Ctrl-C stops everything.

        """
                .formatted(
                        at.game(),
                        at.game(),
                        socket,
                        nodes,
                        at.game(),
                        at.dynamoDb(),
                        world.hasOwnDynamoDb()
                                ? "  (it listens on every address of this machine)"
                                : "",
                        at.s3(),
                        at.sqs(),
                        at.redis(),
                        scan(world));
    }

    private static String scan(World world) {
        var keys = Credentials.LOCAL;
        String table =
                world.template().tables().stream().map(Table::name).findFirst().orElse("TABLE");
        return "AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_DEFAULT_REGION=%s \\%n    aws dynamodb scan --endpoint-url %s --table-name %s"
                .formatted(
                        keys.accessKeyId(),
                        keys.secretAccessKey(),
                        keys.region(),
                        world.endpoints().dynamoDb(),
                        table);
    }
}
