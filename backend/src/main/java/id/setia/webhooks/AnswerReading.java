package id.setia.webhooks;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;

/** Reads one answer, no further than it has to, and hangs up. */
final class AnswerReading extends SimpleChannelInboundHandler<HttpObject> {

    private static final int MOST_SECONDS = 1_000_000_000;

    private final CompletableFuture<SendResult> result;
    private final int mostRead;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Optional<HttpResponse> head = Optional.empty();

    AnswerReading(CompletableFuture<SendResult> result, int mostRead) {
        this.result = result;
        this.mostRead = mostRead;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
        if (part.decoderResult().isFailure()) {
            end(context, SendResult.failed(SendFailure.ANSWER_MALFORMED));
            return;
        }
        if (part instanceof HttpResponse response) {
            head = Optional.of(response).filter(answer -> answer.status().codeClass() != HttpStatusClass.INFORMATIONAL);
        }
        if (part instanceof HttpContent content && head.isPresent()) {
            ByteBuf bytes = content.content();
            bytes.readBytes(body, Math.min(bytes.readableBytes(), mostRead - body.size()));
            if (body.size() == mostRead || part instanceof LastHttpContent) {
                end(context, answered(head.get()));
            }
        }
    }

    private SendResult answered(HttpResponse answer) {
        return SendResult.answered(
                answer.status().code(), body.toString(StandardCharsets.UTF_8), retryAfter(answer));
    }

    /** Only as a number of seconds: what asks for a date is waited for as planned. */
    private static Optional<Duration> retryAfter(HttpResponse answer) {
        return Optional.ofNullable(answer.headers().get(HttpHeaderNames.RETRY_AFTER))
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Math.min(Integer.parseInt(text), MOST_SECONDS)));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(context, SendResult.failed(SendFailure.CONNECTION_CLOSED));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        end(context, SendResult.failed(failure(error)));
    }

    static SendFailure failure(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return SendFailure.TLS_FAILED;
            }
        }
        return error instanceof DecoderException ? SendFailure.ANSWER_MALFORMED : SendFailure.CONNECTION_CLOSED;
    }

    private void end(ChannelHandlerContext context, SendResult came) {
        result.complete(came);
        context.close();
    }
}
