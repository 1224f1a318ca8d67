package games.drawbridge.realtime.socket;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.function.IntFunction;

/// How Netty reaches the system's sockets: by Linux's epoll where its library loads, else by Java's
/// selectors. Channels go with loops of their own kind alone.
///
/// @param loops makes event loops, so many threads
public record Transport(
        IntFunction<EventLoopGroup> loops,
        Class<? extends ServerChannel> server,
        Class<? extends SocketChannel> client) {
    private static final Transport EPOLL =
            new Transport(
                    EpollEventLoopGroup::new,
                    EpollServerSocketChannel.class,
                    EpollSocketChannel.class);
    private static final Transport JAVA =
            new Transport(
                    NioEventLoopGroup::new, NioServerSocketChannel.class, NioSocketChannel.class);

    /// The one to take here.
    public static Transport best() {
        return Epoll.isAvailable() ? EPOLL : JAVA;
    }

    /// The one of loops that somebody else has made.
    public static Transport of(EventLoopGroup loops) {
        return loops instanceof EpollEventLoopGroup ? EPOLL : JAVA;
    }
}
