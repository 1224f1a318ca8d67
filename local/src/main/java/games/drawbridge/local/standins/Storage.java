package games.drawbridge.local.standins;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// The child that stands in for S3 and SQS: S3Proxy and ElasticMQ in one JVM, each with a class
/// loader of its own, for their libraries do not agree.
public final class Storage {
    private Storage() {}

    /// @param arguments S3Proxy's folder of jars, its properties, ElasticMQ's folder of jars, its
    ///   port, the region, the account
    /// @throws Exception when one of them does not start
    public static void main(String[] arguments) throws Exception {
        var s3 = new Thread(() -> s3(arguments[0], arguments[1]), "s3");
        s3.start();
        sqs(arguments[2], Integer.parseInt(arguments[3]), arguments[4], arguments[5]);
    }

    private static void s3(String jars, String properties) {
        try {
            var loader = enter("s3", jars);
            loader.loadClass("org.gaul.s3proxy.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {"--properties", properties});
        } catch (ReflectiveOperationException | IOException fault) {
            fault.printStackTrace();
            System.exit(1);
        }
    }

    private static void sqs(String jars, int port, String region, String account)
            throws ReflectiveOperationException, IOException {
        var loader = enter("sqs", jars);
        var builder = loader.loadClass("org.elasticmq.rest.sqs.SQSRestServerBuilder");
        Object server = builder.getMethod("withPort", int.class).invoke(null, port);
        server = with(server, "withInterface", "127.0.0.1");
        server = with(server, "withAWSRegion", region);
        server = with(server, "withAWSAccountId", account);
        server.getClass().getMethod("start").invoke(server);
    }

    private static Object with(Object builder, String method, String value)
            throws ReflectiveOperationException {
        return builder.getClass().getMethod(method, String.class).invoke(builder, value);
    }

    /// A loader that sees these jars and the JDK only.
    private static ClassLoader enter(String name, String jars) throws IOException {
        var urls = new ArrayList<URL>();
        try (var files = Files.list(Path.of(jars))) {
            for (Path jar : files.sorted().toList()) urls.add(jar.toUri().toURL());
        }
        var loader =
                new URLClassLoader(
                        name, urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        return loader;
    }
}
