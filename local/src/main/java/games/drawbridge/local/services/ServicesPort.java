package games.drawbridge.local.services;

import games.drawbridge.local.http.Exchange;
import games.drawbridge.local.http.HttpPort;
import games.drawbridge.local.http.Response;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.time.InstantSource;
import java.util.function.Consumer;

/// The port on which Secrets Manager, SES and Firehose answer.
public final class ServicesPort implements AutoCloseable {

    /// Bytes: SES takes mails of 40 MB; a game sends none above this.
    private static final int MOST_BODY = 10 * 1024 * 1024;

    private final HttpPort port;

    /// @param news hears what SES tells of mails
    /// @throws BindException when no port can be had
    public ServicesPort(
            Vertx vertx,
            Secrets secrets,
            Mails mails,
            EventFiles events,
            InstantSource clock,
            Consumer<String> news)
            throws BindException {
        var tooBig = Response.empty(413);
        Handler<HttpServerRequest> ses =
                new Exchange(vertx, new MailCatcher(mails, clock, news), MOST_BODY, tooBig);
        Handler<HttpServerRequest> secretsManager =
                new Exchange(vertx, new SecretsManager(secrets), MOST_BODY, tooBig);
        Handler<HttpServerRequest> firehose =
                new Exchange(vertx, new Firehose(events), MOST_BODY, tooBig);
        this.port =
                HttpPort.open(
                        vertx,
                        "127.0.0.1",
                        0,
                        request -> {
                            boolean isMail =
                                    String.valueOf(request.path()).startsWith("/v2/email/");
                            boolean isEvents =
                                    String.valueOf(request.getHeader("x-amz-target"))
                                            .startsWith(Firehose.TARGET);
                            (isMail ? ses : isEvents ? firehose : secretsManager).handle(request);
                        });
    }

    public int port() {
        return port.port();
    }

    @Override
    public void close() {
        port.close();
    }
}
