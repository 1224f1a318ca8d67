package games.drawbridge.local.door;

import games.drawbridge.local.deploy.ClientFiles;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.ContentTypes;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The client's files as the CDN serves them.
final class StaticFiles implements Answerer {

    /// Seconds that a file may be used without asking again: an edit is soon seen.
    private static final int FRESH = 60;

    private static final String INDEX = "index.html";

    private final Path root;
    private final String policy;
    private final Map<String, Buffer> compressed = new ConcurrentHashMap<>();

    /// @param root the folder whose files are served
    /// @param policy what pages may load
    StaticFiles(Path root, String policy) {
        this.root = root;
        this.policy = policy;
    }

    @Override
    public Response answer(Request request) throws IOException {
        if (!request.method().equals("GET") && !request.method().equals("HEAD"))
            return secured(Response.empty(405).with("allow", "GET, HEAD"));
        return secured(found(request));
    }

    private Response found(Request request) throws IOException {
        String path = request.path();
        var file = find(path.endsWith("/") ? path + INDEX : path);
        if (file.isPresent()) return file(request, file.get());
        var index = find(path + "/" + INDEX);
        return index.isPresent()
                ? redirect(request, index.get())
                : Response.of(404, "text/plain; charset=utf-8", "not found\n");
    }

    /// A folder is asked for with its slash, so that its page's own links lead into it. Where it
    /// leads is said from the file that was found: what was asked might name another host.
    private Response redirect(Request request, Path index) throws IOException {
        var folder = root.toRealPath().relativize(index.resolveSibling(""));
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return Response.empty(301)
                .with("location", "/" + encoded(folder) + "/" + query)
                .with("cache-control", "no-cache");
    }

    private static String encoded(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8))
                .map(part -> part.replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /// A file inside the root that is no secret of the checkout.
    private Optional<Path> find(String path) throws IOException {
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            Path file = root.resolve("." + decoded);
            if (!Files.isRegularFile(file)) return Optional.empty();
            Path real = file.toRealPath();
            Path home = root.toRealPath();
            return real.startsWith(home) && ClientFiles.isPublic(home.relativize(real))
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Response file(Request request, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String type = ContentTypes.of(file.getFileName().toString());
        String mark = hash(bytes);
        var encoding =
                ContentTypes.compressible(type) && bytes.length >= Compression.LEAST
                        ? Compression.accepted(
                                request.headers().first("accept-encoding").orElse(""))
                        : Optional.<Compression>empty();
        String etag = (encoding.isPresent() ? "W/" : "") + '"' + mark + '"';
        var headers = headers(type, etag);
        if (matches(request, mark)) return new Response(304, headers, Buffer.buffer());
        if (encoding.isEmpty()) return new Response(200, headers, Buffer.buffer(bytes));
        return new Response(
                200,
                headers.with("content-encoding", encoding.get().word()),
                compressed(encoding.get(), mark, bytes));
    }

    private static Headers headers(String type, String etag) {
        boolean page = type.startsWith("text/html");
        return Headers.NONE
                .with("content-type", type)
                .with("etag", etag)
                .with("cache-control", page ? "no-cache" : "public, max-age=" + FRESH)
                .with("vary", "accept-encoding");
    }

    private static boolean matches(Request request, String mark) {
        String known = request.headers().first("if-none-match").orElse("");
        return known.strip().equals("*") || known.contains('"' + mark + '"');
    }

    private Buffer compressed(Compression encoding, String mark, byte[] bytes) throws IOException {
        var known = compressed.get(encoding + mark);
        if (known != null) return known;
        var made = Buffer.buffer(encoding.compress(bytes));
        compressed.put(encoding + mark, made);
        return made;
    }

    private Response secured(Response response) {
        return response.with("x-content-type-options", "nosniff")
                .with("referrer-policy", "strict-origin-when-cross-origin")
                .with("content-security-policy", policy);
    }

    private static String hash(byte[] bytes) {
        try {
            var all = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(all, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
