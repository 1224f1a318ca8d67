package games.drawbridge.local.lambda;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;

/// Makes handlers. On Lambda a function finds its variables in the process; here many functions
/// share one, so a handler that has a constructor with an `Environment` gets its own through that.
@FunctionalInterface
interface Maker {
    Object make(Map<String, String> environment) throws Exception;

    static Maker of(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .filter(Maker::takesEnvironment)
                .findFirst()
                .map(Maker::given)
                .orElseGet(() -> Maker.plain(type));
    }

    private static boolean takesEnvironment(Constructor<?> constructor) {
        var parameters = constructor.getParameterTypes();
        return parameters.length == 1 && parameters[0].getSimpleName().equals("Environment");
    }

    private static Maker given(Constructor<?> constructor) {
        var environment = constructor.getParameterTypes()[0];
        return values ->
                unwrapped(() ->
                        constructor.newInstance(
                                environment.getConstructor(Map.class).newInstance(values)));
    }

    private static Maker plain(Class<?> type) {
        return _ -> unwrapped(() -> type.getConstructor().newInstance());
    }

    private static Object unwrapped(java.util.concurrent.Callable<?> make) throws Exception {
        try {
            return make.call();
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception cause) throw cause;
            throw thrown;
        }
    }
}
