package games.drawbridge.functions.books;

import games.drawbridge.functions.finance.MovementTable;
import games.drawbridge.model.finance.Movement;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/// Many sorted lists of movements as one. It holds one movement of each list, however long they
/// are.
final class Merged implements Iterator<Movement> {
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparing(Head::position));

    private record Head(Movement movement, Iterator<Movement> rest) {
        String position() {
            return MovementTable.position(movement);
        }
    }

    Merged(List<Stream<Movement>> lists) {
        lists.forEach(list -> push(list.iterator()));
    }

    private void push(Iterator<Movement> rest) {
        if (rest.hasNext()) heads.add(new Head(rest.next(), rest));
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Movement next() {
        var head = heads.poll();
        if (head == null) throw new NoSuchElementException();
        push(head.rest);
        return head.movement;
    }
}
