package games.drawbridge.functions.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/// Does the same many times at the same moment.
public final class AtOnce {
    private AtOnce() {}

    /// @param work of the n-th, from 0
    public static <T> List<T> times(int count, IntFunction<T> work) {
        return times(count, count, work);
    }

    /// The same with at most so many on their way at any moment.
    public static <T> List<T> times(int count, int atMost, IntFunction<T> work) {
        var calls = new ArrayList<Callable<T>>();
        for (int n = 0; n < count; n++) {
            int mine = n;
            calls.add(() -> work.apply(mine));
        }
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(atMost)) {
            for (var answer : threads.invokeAll(calls)) answers.add(answer.get());
            return answers;
        } catch (InterruptedException | ExecutionException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
