package games.drawbridge.functions.store;

import games.drawbridge.functions.Cached;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.store.Catalogue;
import java.time.InstantSource;
import software.amazon.awssdk.services.s3.S3Client;

/// Where the live catalogue is found, kept in memory for a minute: the one that an admin uploaded,
/// or else the file that came with the title.
public final class Shelf {
    private static final String FILE = "store/catalogue.json";

    private final S3Client s3;
    private final String bucket;
    private final CatalogueTable uploads;
    private final Cached<Catalogue> catalogue;

    public Shelf(Aws aws, InstantSource clock) {
        s3 = aws.s3();
        bucket = aws.environment().get("CONTENT_BUCKET");
        uploads = new CatalogueTable(aws);
        catalogue = new Cached<>(StoreLimits.CATALOGUE, clock, this::read);
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    private Catalogue read() {
        String text = uploads.live().map(CatalogueTable.Version::text).orElseGet(this::file);
        return JsonText.read(text, Catalogue.class);
    }

    private String file() {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(FILE)).asUtf8String();
    }
}
