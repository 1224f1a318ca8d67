package games.drawbridge.functions.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Field;
import games.drawbridge.parquet.ParquetFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Frozen standings in S3: parts, each as CSV and as Parquet, and a manifest with the SHA-256 of
/// each.
final class StandingsFile {
    private static final String HEADER = "rank,id,score,reached\n";
    private static final List<Field> FIELDS =
            List.of(
                    new Field("rank", Column.Type.WHOLE),
                    new Field("id", Column.Type.TEXT),
                    new Field("score", Column.Type.WHOLE),
                    new Field("reached", Column.Type.TIME));

    private final S3Client s3;
    private final String bucket;

    StandingsFile(Aws aws) {
        s3 = aws.s3();
        bucket = aws.environment().get("ARCHIVE_BUCKET");
    }

    /// The same part as Parquet.
    ///
    /// @return its SHA-256
    String putParquet(Ranking ranking, int part, List<View.Ranked> lines) {
        var bytes = new ByteArrayOutputStream();
        try (var file = new ParquetFile(bytes, FIELDS)) {
            for (var line : lines)
                file.add(
                        List.of(
                                line.rank(),
                                line.place().who(),
                                line.place().score(),
                                Instant.ofEpochMilli(line.place().at())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String key = key(ranking, part, "parquet");
        put(key, "application/vnd.apache.parquet", bytes.toByteArray());
        return Digest.sha256(bytes.toByteArray());
    }

    /// @return the SHA-256 of the part's CSV
    String putCsv(Ranking ranking, int part, List<View.Ranked> lines) {
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
        put(key(ranking, part, "csv"), "text/csv", bytes);
        return Digest.sha256(bytes);
    }

    void manifest(Ranking ranking, SeasonTable.Frozen frozen) {
        var parts = new ArrayList<Object>();
        for (int part = 0; part < frozen.parts().size(); part++) {
            var one = new LinkedHashMap<String, Object>();
            one.put("csv", key(ranking, part, "csv"));
            one.put("csvSha256", frozen.parts().get(part));
            one.put("parquet", key(ranking, part, "parquet"));
            one.put("parquetSha256", frozen.parquet().get(part));
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
        String key = key(ranking, part, "csv");
        byte[] bytes = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
        if (!Digest.sha256(bytes).equals(sha256))
            throw new IllegalStateException(key + " is not what was frozen");
        return new String(bytes, UTF_8).lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    private void put(String key, String type, byte[] bytes) {
        s3.putObject(
                put -> put.bucket(bucket).key(key).contentType(type), RequestBody.fromBytes(bytes));
    }

    private static String key(Ranking ranking, int part, String ending) {
        return folder(ranking) + "%05d.%s".formatted(part, ending);
    }

    private static String folder(Ranking ranking) {
        return "standings/" + ranking.toString().replace('#', '/') + "/";
    }
}
