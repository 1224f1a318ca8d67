package games.drawbridge.functions.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.books.Statements;
import games.drawbridge.model.room.Json;
import org.jspecify.annotations.Nullable;

/// A statement as its calls answer it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToldStatement(String month, String state, @Nullable Json manifest) {
    static ToldStatement of(Statements.Progress it) {
        return new ToldStatement(it.month().toString(), it.state(), it.manifest());
    }
}
