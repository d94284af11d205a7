package id.setia.platform;

import id.setia.access.Allowed;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.program.ProgramLogos;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.regex.Pattern;

/** The programme's logo as a picture. */
@Controller(Api.BASE + "/program/logos")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Program")
class LogoController {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    private final ProgramLogos logos;

    LogoController(ProgramLogos logos) {
        this.logos = logos;
    }

    @Get(value = "/{logo}", produces = {"image/png", "image/jpeg", "image/webp"})
    @Allowed(everyone = true)
    @Operation(
            operationId = "getProgramLogo",
            summary = "Read a logo",
            description = "The picture under the address that the program tells. It never changes, so keep it for as long as you like.",
            responses = @ApiResponse(
                    responseCode = "200",
                    description = "The picture.",
                    content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))))
    HttpResponse<byte[]> picture(
            @Parameter(description = "Name of the picture.", example = "0f1e2d3c4b5a69788796a5b4c3d2e1f0") String logo,
            @Nullable @Header(HttpHeaders.IF_NONE_MATCH) @Parameter(description = "`ETag` of an earlier answer.", example = "\"0f1e2d3c4b5a69788796a5b4c3d2e1f0\"") String known) {
        ProgramLogos.Stored stored = Optional.of(logo)
                .filter(NAME.asMatchPredicate())
                .flatMap(logos::find)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
        String tag = "\"" + logo + "\"";
        MutableHttpResponse<byte[]> answer = known != null && known.contains(tag)
                ? HttpResponse.notModified()
                : HttpResponse.ok(stored.content()).contentType(MediaType.of(stored.mediaType()));
        return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, FOR_A_YEAR);
    }
}
