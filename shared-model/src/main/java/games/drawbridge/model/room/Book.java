package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// An immutable map for states of thousands of entries: a change copies one page of 256 and shares
/// the others. Its order depends on nothing but its entries, so that a replay finds the same.
public final class Book<V> {
    private static final int PAGES = 256;
    private static final Book<Object> EMPTY = new Book<>(Collections.nCopies(PAGES, Map.of()), 0);

    private final List<Map<String, V>> pages;
    private final int size;

    private Book(List<Map<String, V>> pages, int size) {
        this.pages = pages;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // it holds no value
    public static <V> Book<V> empty() {
        return (Book<V>) EMPTY;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static <V> Book<V> of(Map<String, V> entries) {
        var pages = new ArrayList<Map<String, V>>(PAGES);
        for (int n = 0; n < PAGES; n++) pages.add(new TreeMap<>());
        entries.forEach((key, value) -> pages.get(page(key)).put(key, value));
        return new Book<>(pages, entries.size());
    }

    @JsonValue
    public Map<String, V> entries() {
        var all = new TreeMap<String, V>();
        forEach(all::put);
        return all;
    }

    public @Nullable V get(String key) {
        return pages.get(page(key)).get(key);
    }

    public boolean has(String key) {
        return pages.get(page(key)).containsKey(key);
    }

    public int size() {
        return size;
    }

    public void forEach(BiConsumer<String, V> each) {
        for (var page : pages) page.forEach(each);
    }

    public Book<V> with(String key, V value) {
        var page = new TreeMap<String, V>(pages.get(page(key)));
        boolean isNew = page.put(key, value) == null;
        return with(page(key), page, isNew ? size + 1 : size);
    }

    public Book<V> without(String key) {
        if (!has(key)) return this;
        var page = new TreeMap<String, V>(pages.get(page(key)));
        page.remove(key);
        return with(page(key), page, size - 1);
    }

    private Book<V> with(int n, Map<String, V> page, int newSize) {
        var next = new ArrayList<>(pages);
        next.set(n, page);
        return new Book<>(next, newSize);
    }

    private static int page(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash >>> 24;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Book<?> book && pages.equals(book.pages);
    }

    @Override
    public int hashCode() {
        return pages.hashCode();
    }

    @Override
    public String toString() {
        return entries().toString();
    }
}
