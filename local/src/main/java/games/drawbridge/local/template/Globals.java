package games.drawbridge.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// SAM's rule for `Globals`: maps are merged, lists are joined, and what the resource says itself
/// wins.
final class Globals {
    private Globals() {}

    static Map<String, Object> under(Map<String, Object> globals, Map<String, Object> own) {
        var merged = new LinkedHashMap<>(globals);
        own.forEach((name, value) -> {
            Object global = merged.get(name);
            merged.put(name, global == null ? value : merge(global, value));
        });
        return merged;
    }

    private static Object merge(Object global, Object own) {
        if (global instanceof Map<?, ?> && own instanceof Map<?, ?> map && !intrinsic(map))
            return under(Values.map("Globals", global), Values.map("Globals", own));
        if (global instanceof List<?> all && own instanceof List<?> more) {
            var joined = new ArrayList<Object>(all);
            joined.addAll(more);
            return joined;
        }
        return own;
    }

    private static boolean intrinsic(Map<?, ?> map) {
        return map.size() == 1
                && map.keySet().stream()
                        .map(String::valueOf)
                        .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }
}
