package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import games.drawbridge.model.finance.Field;
import games.drawbridge.parquet.ParquetFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sheet that is being written on this machine, row by row, as CSV (RFC 4180) and as Parquet.
final class Draft implements Closeable {
    private final String name;
    private final Hashed csvFile;
    private final Hashed parquetFile;
    private final CsvWriter csv;
    private final ParquetFile parquet;

    /// A file whose hash is known when it is closed.
    private record Hashed(Path path, DigestOutputStream out) {
        static Hashed open(Path path) throws IOException {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                var out = new BufferedOutputStream(Files.newOutputStream(path));
                return new Hashed(path, new DigestOutputStream(out, digest));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        Written close(String name) throws IOException {
            out.close();
            String sha256 = HexFormat.of().formatHex(out.getMessageDigest().digest());
            return new Written(name, path, sha256, Files.size(path));
        }
    }

    Draft(Path folder, String name, List<Field> fields) throws IOException {
        this.name = name;
        csvFile = Hashed.open(folder.resolve(name + ".csv"));
        parquetFile = Hashed.open(folder.resolve(name + ".parquet"));
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer(csvFile.out));
        parquet = new ParquetFile(parquetFile.out, fields);
        csv.writeRecord(fields.stream().map(Field::name).toList());
    }

    private static OutputStreamWriter writer(OutputStream out) {
        return new OutputStreamWriter(out, UTF_8);
    }

    void add(List<? extends @Nullable Object> row) throws IOException {
        var cells = new ArrayList<@Nullable String>();
        for (Object cell : row) cells.add(Cells.text(cell));
        csv.writeRecord(cells);
        parquet.add(row);
    }

    /// Both files.
    List<Written> written() throws IOException {
        csv.close();
        parquet.close();
        return List.of(csvFile.close(name + ".csv"), parquetFile.close(name + ".parquet"));
    }

    /// Gives the files up where they were not written to the end.
    @Override
    public void close() throws IOException {
        csvFile.out.close();
        parquetFile.out.close();
    }
}
