package id.setia.webhooks;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;

/**
 * Posts to an endpoint, once. The host is looked up here, every address it has is checked, and the connection goes to the
 * very address that was checked; no answer leads anywhere else.
 */
class WebhookPost {

    private static final int LONGEST_LINE = 4_096;
    private static final int LONGEST_HEADERS = 16_384;
    private static final int LONGEST_CHUNK = 8_192;
    private static final int LOOKUPS_AT_ONCE = 4;

    private final AllowedTargets allowed;
    private final HostLookup lookup;
    private final SslContext tls;
    private final SendLimits limits;
    private final ExecutorService lookups =
            Executors.newFixedThreadPool(LOOKUPS_AT_ONCE, new DefaultThreadFactory("webhook-lookup", true));
    private final EventLoopGroup connections = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("webhook-connections", true), NioIoHandler.newFactory());

    WebhookPost(AllowedTargets allowed, HostLookup lookup, SslContext tls, SendLimits limits) {
        this.allowed = allowed;
        this.lookup = lookup;
        this.tls = tls;
        this.limits = limits;
    }

    /**
     * Sends a body and waits for what comes of it.
     *
     * @param attempt which attempt it is, so that each goes to another one of the host's addresses
     */
    SendResult send(String url, Map<String, String> headers, byte[] body, int attempt) {
        WebhookAddress address = WebhookAddress.parse(url).filter(allowed::mayBe).orElse(null);
        if (address == null) {
            return SendResult.failed(SendFailure.ADDRESS_NOT_ALLOWED);
        }
        try {
            List<InetAddress> found = find(address.host());
            if (found.isEmpty()) {
                return SendResult.failed(SendFailure.HOST_UNKNOWN);
            }
            return allowed.mayBeAt(address, found)
                    ? post(address, found.get(attempt % found.size()), headers, body)
                    : SendResult.failed(SendFailure.ADDRESS_NOT_ALLOWED);
        } catch (UnknownHostException error) {
            return SendResult.failed(SendFailure.HOST_UNKNOWN);
        } catch (TimeoutException error) {
            return SendResult.failed(SendFailure.TIMED_OUT);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            return SendResult.failed(SendFailure.TIMED_OUT);
        }
    }

    private List<InetAddress> find(String host) throws UnknownHostException, TimeoutException, InterruptedException {
        if (Network.isLiteral(host)) {
            return List.of(Network.literal(host));
        }
        Future<List<InetAddress>> looking = lookups.submit(() -> lookup.find(host));
        try {
            return looking.get(limits.look().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException error) {
            throw new UnknownHostException(host);
        } finally {
            looking.cancel(true);
        }
    }

    private SendResult post(WebhookAddress address, InetAddress checked, Map<String, String> headers, byte[] body)
            throws TimeoutException, InterruptedException {
        CompletableFuture<SendResult> result = new CompletableFuture<>();
        ChannelFuture connecting = bootstrap(address, result).connect(new InetSocketAddress(checked, address.port()));
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                connecting.channel().writeAndFlush(request(address, headers, body));
            } else {
                result.complete(SendResult.failed(SendFailure.CONNECTION_FAILED));
            }
        });
        try {
            return result.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException error) {
            throw new IllegalStateException(error);
        } finally {
            connecting.cancel(true);
            connecting.channel().close();
        }
    }

    private Bootstrap bootstrap(WebhookAddress address, CompletableFuture<SendResult> result) {
        return new Bootstrap()
                .group(connections)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) limits.connect().toMillis())
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (address.secure()) {
                            channel.pipeline().addLast(tls(channel, address));
                        }
                        channel.pipeline()
                                .addLast(new HttpClientCodec(LONGEST_LINE, LONGEST_HEADERS, LONGEST_CHUNK))
                                .addLast(new AnswerReading(result, limits.mostRead()));
                    }
                });
    }

    private SslHandler tls(Channel channel, WebhookAddress address) {
        SslHandler handler = tls.newHandler(channel.alloc(), address.host(), address.port());
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
        handler.setHandshakeTimeoutMillis(limits.connect().toMillis());
        return handler;
    }

    private static FullHttpRequest request(WebhookAddress address, Map<String, String> headers, byte[] body) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, address.target(), Unpooled.wrappedBuffer(body));
        request.headers()
                .set(HttpHeaderNames.HOST, address.authority())
                .set(HttpHeaderNames.USER_AGENT, "Setia-Webhooks/1")
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, "close");
        headers.forEach(request.headers()::set);
        return request;
    }

    @PreDestroy
    void close() {
        lookups.shutdownNow();
        connections.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
