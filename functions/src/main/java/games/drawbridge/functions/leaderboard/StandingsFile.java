package games.drawbridge.functions.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.json.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Frozen standings in S3: CSV in parts, and a manifest with the SHA-256 of each.
final class StandingsFile {
    private static final String HEADER = "rank,id,score,reached\n";

    private final S3Client s3;
    private final String bucket;

    StandingsFile(Aws aws) {
        s3 = aws.s3();
        bucket = aws.environment().get("ARCHIVE_BUCKET");
    }

    /// @return the part's SHA-256
    String put(Ranking ranking, int part, List<View.Ranked> lines) {
        var text = new StringBuilder(HEADER);
        for (var line : lines)
            text.append(line.rank())
                    .append(',')
                    .append(line.place().who())
                    .append(',')
                    .append(line.place().score())
                    .append(',')
                    .append(Instant.ofEpochMilli(line.place().at()))
                    .append('\n');
        byte[] bytes = text.toString().getBytes(UTF_8);
        put(key(ranking, part), "text/csv", bytes);
        return Digest.sha256(bytes);
    }

    void manifest(Ranking ranking, SeasonTable.Frozen frozen) {
        var parts = new ArrayList<Object>();
        for (int part = 0; part < frozen.parts().size(); part++) {
            var one = new LinkedHashMap<String, Object>();
            one.put("key", key(ranking, part));
            one.put("sha256", frozen.parts().get(part));
            parts.add(one);
        }
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("board", ranking.board().id());
        manifest.put("period", ranking.period().id());
        manifest.put("scope", ranking.scope());
        manifest.put("from", ranking.period().from());
        manifest.put("until", ranking.period().until());
        manifest.put("frozenAt", frozen.at());
        manifest.put("entries", frozen.entries());
        manifest.put("parts", parts);
        put(
                folder(ranking) + "manifest.json",
                "application/json",
                JsonText.write(manifest).getBytes(UTF_8));
    }

    /// The lines of a part, without the header.
    ///
    /// @throws IllegalStateException when it is not what was frozen
    List<String[]> read(Ranking ranking, int part, String sha256) {
        String key = key(ranking, part);
        byte[] bytes = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
        if (!Digest.sha256(bytes).equals(sha256))
            throw new IllegalStateException(key + " is not what was frozen");
        return new String(bytes, UTF_8).lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    private void put(String key, String type, byte[] bytes) {
        s3.putObject(
                put -> put.bucket(bucket).key(key).contentType(type), RequestBody.fromBytes(bytes));
    }

    private static String key(Ranking ranking, int part) {
        return folder(ranking) + "%05d.csv".formatted(part);
    }

    private static String folder(Ranking ranking) {
        return "standings/" + ranking.toString().replace('#', '/') + "/";
    }
}
