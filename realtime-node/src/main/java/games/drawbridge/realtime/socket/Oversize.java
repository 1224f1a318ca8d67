package games.drawbridge.realtime.socket;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;

/// Tells a message that is too big from one that is broken, by the exceptions of the codec.
final class Oversize {
    private Oversize() {}

    static boolean is(Throwable error) {
        return error instanceof TooLongFrameException
                || (error instanceof CorruptedWebSocketFrameException broken
                        && broken.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG));
    }

    static boolean isProtocol(Throwable error) {
        return error instanceof CorruptedFrameException || error instanceof DecoderException;
    }

    /// Reads on without looking, so that the client, still sending, hears why it is closed: closing
    /// a socket with unread bytes would take our last words back.
    static void discardTheRest(ChannelPipeline pipeline) {
        if (pipeline.get(WebSocketFrameDecoder.class) != null)
            pipeline.remove(pipeline.context(WebSocketFrameDecoder.class).handler());
    }
}
