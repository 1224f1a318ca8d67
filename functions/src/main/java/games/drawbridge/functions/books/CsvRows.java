package games.drawbridge.functions.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.MovementCells;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Iterator;

/// A CSV file of ours, read row by row.
final class CsvRows implements Iterator<CsvRows.CsvRow>, Closeable {
    private final CloseableIterator<NamedCsvRecord> records;

    CsvRows(InputStream in) {
        records = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, UTF_8)).iterator();
    }

    /// One row, by the names of the columns.
    record CsvRow(NamedCsvRecord cells) {
        boolean has(String column) {
            return !cells.getField(column).isEmpty();
        }

        String text(String column) {
            return Cells.unguarded(cells.getField(column));
        }

        long number(String column) {
            return Long.parseLong(cells.getField(column));
        }

        Movement movement() {
            return new MovementCells(column -> has(column.word()) ? text(column.word()) : null)
                    .movement();
        }
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public CsvRow next() {
        return new CsvRow(records.next());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
