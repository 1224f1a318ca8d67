package games.drawbridge.local.services;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// The mails that were caught, one file each; names sort by time.
public final class Mails {

    /// More are of no use to a person; the oldest go.
    private static final int MOST = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;

    /// @throws IOException when the folder can't be made
    public Mails(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    synchronized void keep(Mail mail) throws IOException {
        var files = newestFirst();
        for (Path old : files.subList(Math.min(files.size(), MOST - 1), files.size()))
            Files.deleteIfExists(old);
        MAPPER.writeValue(folder.resolve(mail.id() + ".json").toFile(), mail);
    }

    /// All that are kept, newest first.
    ///
    /// @throws IOException when they can't be read
    public synchronized List<Mail> all() throws IOException {
        var mails = new java.util.ArrayList<Mail>();
        for (Path file : newestFirst()) mails.add(MAPPER.readValue(file.toFile(), Mail.class));
        return mails;
    }

    private List<Path> newestFirst() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .toList();
        }
    }
}
