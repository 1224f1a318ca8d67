package games.drawbridge.model.leaderboard.tree;

import java.util.ArrayList;
import java.util.List;

/// A node of the tree. As bytes, keys that follow each other share their beginnings.
public sealed interface Node {
    Leaf EMPTY = new Leaf(List.of());

    /// Keys in and below it.
    long count();

    byte[] bytes();

    /// @param keys in order
    record Leaf(List<Key> keys) implements Node {
        public Leaf {
            keys = List.copyOf(keys);
        }

        @Override
        public long count() {
            return keys.size();
        }

        @Override
        public byte[] bytes() {
            var packing = new Packing(0);
            keys.forEach(packing::key);
            return packing.bytes();
        }
    }

    /// @param children in order, at least one
    record Inner(List<Child> children) implements Node {
        public Inner {
            children = List.copyOf(children);
        }

        @Override
        public long count() {
            return children.stream().mapToLong(Child::count).sum();
        }

        @Override
        public byte[] bytes() {
            var packing = new Packing(1);
            for (var child : children) {
                packing.key(child.low());
                packing.number((child.count() << 1) | child.slot());
            }
            return packing.bytes();
        }

        /// The index of the child that a key is in, or would be.
        int index(Key key) {
            int low = 1;
            int high = children.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (children.get(middle).low().compareTo(key) <= 0) low = middle + 1;
                else high = middle;
            }
            return low - 1;
        }
    }

    /// @throws IllegalArgumentException when it is none
    static Node of(byte[] bytes) {
        var unpacking = new Unpacking(bytes);
        return switch (unpacking.kind()) {
            case 0 -> {
                var keys = new ArrayList<Key>();
                while (unpacking.more()) keys.add(unpacking.key());
                yield new Leaf(keys);
            }
            case 1 -> {
                var children = new ArrayList<Child>();
                while (unpacking.more()) {
                    var low = unpacking.key();
                    long number = unpacking.number();
                    children.add(new Child(low, number >>> 1, (int) (number & 1)));
                }
                yield new Inner(children);
            }
            default -> throw new IllegalArgumentException("not a node");
        };
    }
}
