package games.drawbridge.local.deploy;

import games.drawbridge.local.aws.Aws;
import games.drawbridge.local.template.Bucket;
import games.drawbridge.local.template.Template;
import java.io.IOException;
import java.nio.file.Path;

/// Makes everything of the template that keeps data.
///
/// @param client the files of the CDN
/// @param title what goes into the bucket for content
public record Deploy(Aws aws, Template template, Path client, Path title) {

    public void tables() throws InterruptedException {
        new Tables(aws.dynamoDb()).make(template.tables());
    }

    /// Queues, and buckets with what belongs into them.
    ///
    /// @throws IOException when a file can't be read
    public void content() throws IOException {
        new Queues(aws.sqs()).make(template.queues());
        var buckets = new Buckets(aws.s3());
        buckets.make(template.buckets());
        for (Bucket bucket : template.buckets())
            switch (bucket.id()) {
                case "ClientBucket" -> buckets.upload(client, bucket.name(), ClientFiles::isPublic);
                case "ContentBucket" -> buckets.upload(title, bucket.name(), _ -> true);
                default -> {}
            }
    }
}
