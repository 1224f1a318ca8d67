package games.drawbridge.local.standins;

import games.drawbridge.local.process.Child;
import games.drawbridge.local.process.Command;
import games.drawbridge.local.process.PidFile;
import games.drawbridge.local.template.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Starts the stand-ins of DynamoDB, S3 and SQS.
///
/// @param jars `local/stand-ins`, with a folder of jars for each
/// @param data where they keep what they are told
/// @param logs where their output goes
/// @param run where their pid files go
public record StandIns(Path jars, Path data, Path logs, Path run) {

    /// Megabytes: one evening's rows stay in SQLite, not in the heap.
    private static final int DYNAMODB_HEAP = 192;

    private static final int STORAGE_HEAP = 128;

    /// DynamoDB Local. It listens on all interfaces and has no way not to.
    ///
    /// @throws IOException when it can't be started
    public Child dynamoDb(int port) throws IOException {
        Path folder = Files.createDirectories(data.resolve("dynamodb"));
        return dynamoDb(port, folder, List.of("-dbPath", folder.toString()));
    }

    /// One that keeps nothing: each write to a disk takes longer than all else that it does.
    ///
    /// @throws IOException when it can't be started
    public Child dynamoDbInMemory(int port) throws IOException {
        return dynamoDb(port, Files.createDirectories(data), List.of("-inMemory"));
    }

    private Child dynamoDb(int port, Path folder, List<String> kept) throws IOException {
        var words =
                Command.java(
                        DYNAMODB_HEAP,
                        List.of(Command.QUICK, "--enable-native-access=ALL-UNNAMED"),
                        List.of(lib("dynamodb").resolve("*"), built("dynamodb").resolve("classes")),
                        Stream.concat(
                                        Stream.of(
                                                "games.drawbridge.standins.DynamoDb",
                                                "-port",
                                                Integer.toString(port),
                                                "-sharedDb",
                                                "-disableTelemetry"),
                                        kept.stream())
                                .toList());
        return start("dynamodb", words, folder, Map.of("DDB_LOCAL_TELEMETRY", "0"));
    }

    /// S3Proxy and ElasticMQ.
    ///
    /// @throws IOException when they can't be started
    public Child storage(int s3, int sqs) throws IOException {
        Path folder = Files.createDirectories(data.resolve("s3"));
        Path properties = run.resolve("s3proxy.properties");
        Files.writeString(properties, s3Properties(s3, folder));
        var words =
                Command.java(
                        STORAGE_HEAP,
                        List.of(
                                Command.QUICK,
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dlogback.configurationFile=" + logback()),
                        List.of(),
                        List.of(
                                Storage.class.getName(),
                                lib("s3").toString(),
                                properties.toString(),
                                lib("sqs").toString(),
                                Integer.toString(sqs),
                                Credentials.LOCAL.region(),
                                Cloud.ACCOUNT));
        return start("storage", words, folder, Map.of());
    }

    private Child start(String name, List<String> words, Path folder, Map<String, String> more)
            throws IOException {
        var command = new Command(words, more, folder, logs.resolve(name + ".log"));
        return Child.start(name, command, new PidFile(run.resolve(name + ".pid")));
    }

    private Path lib(String name) {
        return built(name).resolve("lib");
    }

    private Path built(String name) {
        return jars.resolve(name).resolve("target");
    }

    private static String s3Properties(int port, Path folder) {
        return """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
                .formatted(
                        port,
                        Credentials.LOCAL.accessKeyId(),
                        Credentials.LOCAL.secretAccessKey(),
                        folder.toString().replace("\\", "\\\\"));
    }

    /// S3Proxy logs every byte unless it is told not to.
    private Path logback() throws IOException {
        Path file = run.resolve("logback.xml");
        Files.writeString(
                file,
                """
                <configuration>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d %-5level %logger{20} %msg%n</pattern></encoder>
                  </appender>
                  <root level="warn"><appender-ref ref="out"/></root>
                </configuration>
                """);
        return file;
    }
}
