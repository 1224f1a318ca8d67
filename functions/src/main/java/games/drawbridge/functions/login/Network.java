package games.drawbridge.functions.login;

import java.util.Arrays;

/// What counts as one address: a whole IPv4 address; of IPv6 the half that a household gets.
final class Network {
    private static final int HOUSEHOLD = 4;

    private Network() {}

    static String of(String address) {
        if (address.indexOf(':') < 0) return address;
        String[] groups = expanded(address).split(":", -1);
        return String.join(":", Arrays.copyOf(groups, Math.min(HOUSEHOLD, groups.length)));
    }

    /// With as many groups as `::` stands for.
    private static String expanded(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) return address;
        String head = address.substring(0, gap);
        long before = head.isEmpty() ? 0 : head.chars().filter(c -> c == ':').count() + 1;
        String zeros = "0:".repeat((int) Math.max(0, HOUSEHOLD - before));
        return (head.isEmpty() ? "" : head + ":") + zeros;
    }
}
