package games.drawbridge.functions.accounts;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The jobs that are not done yet.
final class JobTable {
    private final DynamoDbClient dynamo;
    private final String table;

    JobTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
    }

    /// The job as it stands now; empty when it is done.
    Optional<Job> find(Row key) {
        var read = key.values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(read).consistentRead(true));
        return Row.found(answer.item()).map(Job::of);
    }

    /// Those that should have been done, the oldest first.
    List<Job> due(Instant before, int most) {
        var values = Row.empty().with(":due", "due").with(":before", before.toEpochMilli());
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .indexName("jobs")
                                .keyConditionExpression("job = :due AND due < :before")
                                .expressionAttributeValues(values.values())
                                .limit(most))
                .items()
                .stream()
                .map(Row::of)
                .map(Job::of)
                .toList();
    }

    /// The first time is over; the second is then.
    void passed(Job job, Instant due) {
        var values = Row.empty().with(":yes", "yes").with(":due", due.toEpochMilli()).values();
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(job.key().values())
                            .updateExpression("SET passed = :yes, due = :due")
                            .conditionExpression("attribute_exists(pk)")
                            .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException _) {
            // another call was faster, and it is done
        }
    }

    void done(Job job) {
        var key = job.key().values();
        dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    }
}
