package games.drawbridge.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// A request as a function gets it: API Gateway's payload format 2.0.
final class RequestEvent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// Every other type may hold bytes that are no text.
    private static final Pattern TEXT =
            Pattern.compile(
                    "text/.*|application/(json|javascript|xml)|application/.*\\+(json|xml)");

    private static final String API = "local";

    private RequestEvent() {}

    /// @param authorized what the authorizer found out; nothing where anybody may call
    static ObjectNode of(Request request, Routes.Match match, ObjectNode authorized, Instant now) {
        var event = Json.object().put("version", "2.0").put("routeKey", match.route().key());
        event.put("rawPath", request.path()).put("rawQueryString", request.query());
        cookies(event, request.headers());
        headers(event.putObject("headers"), request.headers());
        query(event, request.query());
        if (!match.parameters().isEmpty())
            event.set("pathParameters", Json.tree(match.parameters()));
        event.set("requestContext", context(request, match, authorized, now));
        body(event, request);
        return event;
    }

    private static void cookies(ObjectNode event, Headers headers) {
        var all = headers.all("cookie");
        if (all.isEmpty()) return;
        var cookies = event.putArray("cookies");
        for (String line : all)
            for (String cookie : line.split(";", -1))
                if (!cookie.isBlank()) cookies.add(cookie.strip());
    }

    private static void headers(ObjectNode into, Headers headers) {
        for (Headers.Field field : headers.fields())
            if (!field.name().equals("cookie")) join(into, field.name(), field.value());
    }

    /// What is given more than once is one value with commas.
    private static void join(ObjectNode into, String name, String value) {
        var before = into.get(name);
        into.put(name, before == null ? value : before.asText() + "," + value);
    }

    private static void query(ObjectNode event, String query) {
        if (query.isEmpty()) return;
        var parameters = event.putObject("queryStringParameters");
        for (String part : query.split("&", -1)) {
            if (part.isEmpty()) continue;
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            join(parameters, decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static ObjectNode context(
            Request request, Routes.Match match, ObjectNode authorized, Instant now) {
        String host = request.headers().first("host").orElse("localhost");
        var context = Json.object().put("accountId", "000000000000").put("apiId", API);
        if (!authorized.isEmpty()) context.set("authorizer", authorized);
        context.put("domainName", host.replaceFirst(":\\d+$", "")).put("domainPrefix", API);
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", request.protocol())
                .put("sourceIp", request.from())
                .put("userAgent", request.headers().first("user-agent").orElse(""));
        return context.put("requestId", UUID.randomUUID().toString())
                .put("routeKey", match.route().key())
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private static void body(ObjectNode event, Request request) {
        boolean text = isText(request.headers());
        event.put("isBase64Encoded", !text && request.body().length() > 0);
        if (request.body().length() == 0) return;
        event.put(
                "body",
                text
                        ? request.text()
                        : Base64.getEncoder().encodeToString(request.body().getBytes()));
    }

    private static boolean isText(Headers headers) {
        String type = headers.first("content-type").orElse("").replaceFirst(";.*", "").strip();
        return headers.first("content-encoding").isEmpty()
                && TEXT.matcher(type.toLowerCase(Locale.ROOT)).matches();
    }
}
