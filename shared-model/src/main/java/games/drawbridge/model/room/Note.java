package games.drawbridge.model.room;

/// What one room tells another.
///
/// @param id the same however often it is told
/// @param from the room that says it; where it comes back, the room that could not be told
/// @param said of the type that the hearing kind names: [Kind#note]
/// @param returned whether this room said it itself, and there is nobody to hear it
public record Note(String id, RoomId from, Object said, boolean returned) {
    /// The same with what was said in another form.
    public Note with(Object other) {
        return new Note(id, from, other, returned);
    }
}
