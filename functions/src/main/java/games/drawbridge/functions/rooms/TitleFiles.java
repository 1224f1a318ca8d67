package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.Known;
import games.drawbridge.model.room.Settings;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The files of the title that well-known rooms begin with: maps of regions, modes of lobbies.
final class TitleFiles {
    private static final int NOT_FOUND = 404;

    /// What S3 says of an object that is not there to who may not list.
    private static final int FORBIDDEN = 403;

    private final S3Client s3;
    private final String bucket;

    TitleFiles(Aws aws) {
        s3 = aws.s3();
        bucket = aws.environment().get("CONTENT_BUCKET");
    }

    /// What the room is opened with.
    ///
    /// @throws Problem 404 `not-found` when the title has no such file
    Settings settings(Known known) {
        String file = known.file();
        if (file == null) return known.settings();
        try {
            var object = s3.getObjectAsBytes(get -> get.bucket(bucket).key(file));
            return JsonText.read(object.asUtf8String(), Settings.class);
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND || refused.statusCode() == FORBIDDEN)
                throw Problem.notFound("no such room");
            throw refused;
        }
    }
}
