package games.drawbridge.functions.login;

import java.util.Arrays;

/// A client's version, `1.12.3`: compared part by part; what is no number counts as nothing.
final class Version implements Comparable<Version> {
    private static final int PARTS = 4;

    private final int[] parts;

    private Version(int[] parts) {
        this.parts = parts;
    }

    static Version parse(String text) {
        var words = text.strip().split("[.+-]", PARTS + 1);
        int[] parts = new int[PARTS];
        for (int n = 0; n < Math.min(PARTS, words.length); n++) parts[n] = number(words[n]);
        return new Version(parts);
    }

    private static int number(String part) {
        return part.matches("[0-9]{1,9}") ? Integer.parseInt(part) : 0;
    }

    @Override
    public int compareTo(Version other) {
        return Arrays.compare(parts, other.parts);
    }
}
