package games.drawbridge.functions.books;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.finance.MovementTable;
import games.drawbridge.model.finance.Field;
import java.io.IOException;
import java.time.LocalDate;

/// What was booked in a day, as a file for those who do not want to wait for the month.
final class DailyExport {
    private final MovementTable movements;
    private final BookStore store;

    DailyExport(Aws aws) {
        movements = new MovementTable(aws);
        store = new BookStore(aws);
    }

    void write(LocalDate day) throws IOException {
        try (var scratch = Scratch.open();
                var draft = new Draft(scratch.folder(), day.toString(), Field.MOVEMENT)) {
            var all = new Merged(movements.booked(day));
            while (all.hasNext()) draft.add(Freezing.row(all.next()));
            for (var file : draft.written()) store.put("daily/" + file.name(), file);
        }
    }
}
