package games.drawbridge.functions.store;

import games.drawbridge.functions.Cached;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.store.Catalogue;
import java.time.InstantSource;
import software.amazon.awssdk.services.s3.S3Client;

/// Where the catalogue lies: one versioned file in S3, kept in memory for a minute.
public final class Shelf {
    private static final String FILE = "store/catalogue.json";

    private final S3Client s3;
    private final String bucket;
    private final Cached<Catalogue> catalogue;

    public Shelf(Aws aws, InstantSource clock) {
        s3 = aws.s3();
        bucket = aws.environment().get("CONTENT_BUCKET");
        catalogue = new Cached<>(StoreLimits.CATALOGUE, clock, this::read);
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    private Catalogue read() {
        var file = s3.getObjectAsBytes(get -> get.bucket(bucket).key(FILE));
        return JsonText.read(file.asUtf8String(), Catalogue.class);
    }
}
