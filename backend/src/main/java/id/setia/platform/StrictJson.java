package id.setia.platform;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ByteBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.ChunkedMessageBodyReader;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.MessageBodyHandler;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.netty.body.NettyJsonHandler;
import io.micronaut.json.JsonFeatures;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.body.CustomizableJsonHandler;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;

/** Writes JSON bodies as the framework does, and reads them strictly: a body that does not fit is told which of its fields do not. */
@Singleton
@Order(JsonMessageHandler.ORDER)
@Replaces(NettyJsonHandler.class)
@JsonMessageHandler.ProducesJson
@JsonMessageHandler.ConsumesJson
final class StrictJson<T>
        implements MessageBodyHandler<T>, ChunkedMessageBodyReader<T>, CustomizableJsonHandler, ResponseBodyWriter<T> {

    private final NettyJsonHandler<T> handler;
    private final RequestShape shape;

    /** Writers of types, as many as the API has, which take longer to make than to use. */
    private final Map<Argument<?>, MessageBodyWriter<?>> writers = new ConcurrentHashMap<>();

    @Inject
    StrictJson(JsonMapper mapper, RequestShape shape) {
        this(new NettyJsonHandler<>(mapper), shape);
    }

    private StrictJson(NettyJsonHandler<T> handler, RequestShape shape) {
        this.handler = handler;
        this.shape = shape;
    }

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        return handler.isReadable(type, mediaType);
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, ByteBuffer<?> buffer) {
        return read(type, mediaType, buffer.toByteArray());
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream stream) {
        try {
            return read(type, mediaType, stream.readAllBytes());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private T read(Argument<T> type, MediaType mediaType, byte[] bytes) {
        refuseOtherCharsets(mediaType);
        try {
            return shape.read(bytes, type);
        } catch (Problem refusal) {
            throw new CodecException("a body that does not fit", refusal);
        }
    }

    /** JSON is UTF-8 (RFC 8259); what is said to be another encoding would be misread. */
    private static void refuseOtherCharsets(MediaType mediaType) {
        String charset = mediaType == null ? null : mediaType.getParametersMap().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            throw new CodecException(
                    "another charset",
                    Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, MediaType.APPLICATION_JSON + "; charset=utf-8"));
        }
    }

    @Override
    public Publisher<T> readChunked(
            Argument<T> type, MediaType mediaType, Headers headers, Publisher<ByteBuffer<?>> input) {
        return handler.readChunked(type, mediaType, headers, input);
    }

    @Override
    public boolean isWriteable(Argument<T> type, MediaType mediaType) {
        return handler.isWriteable(type, mediaType);
    }

    @Override
    public void writeTo(Argument<T> type, MediaType mediaType, T body, MutableHeaders headers, OutputStream stream) {
        handler.writeTo(type, mediaType, body, headers, stream);
    }

    @Override
    public ByteBuffer<?> writeTo(
            Argument<T> type, MediaType mediaType, T body, MutableHeaders headers, ByteBufferFactory<?, ?> buffers) {
        return handler.writeTo(type, mediaType, body, headers, buffers);
    }

    @Override
    public ByteBodyHttpResponse<?> write(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            MutableHttpResponse<T> response,
            Argument<T> type,
            MediaType mediaType,
            T body) {
        return handler.write(bodies, request, response, type, mediaType, body);
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<T> type,
            MediaType mediaType,
            T body) {
        return handler.writePiece(bodies, request, response, type, mediaType, body);
    }

    @Override
    @SuppressWarnings("unchecked")
    public MessageBodyWriter<T> createSpecific(Argument<T> type) {
        return (MessageBodyWriter<T>) writers.computeIfAbsent(
                type, ignored -> new StrictJson<>((NettyJsonHandler<T>) handler.createSpecific(type), shape));
    }

    @Override
    public CustomizableJsonHandler customize(JsonFeatures features) {
        return handler.customize(features);
    }

    @Override
    public boolean isBlocking() {
        return handler.isBlocking();
    }
}
