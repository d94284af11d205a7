package id.setia.documents;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/** The public texts over HTTP. */
@Controller("/api/v1/documents/{kind}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Documents")
class DocumentController {

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    @Get
    @Allowed(everyone = true)
    @Operation(
            operationId = "getDocument",
            summary = "Read the text in force",
            description = "The terms or the privacy notice that is in force now. Needs no credential.")
    DocumentResponse inForce(@Parameter(description = "`terms` or `privacy`.", example = "terms") String kind) {
        return documents.inForce(kind(kind)).map(this::response).orElseThrow(DocumentController::missing);
    }

    @Get("/versions/{version}")
    @Allowed(everyone = true)
    @Operation(
            operationId = "getDocumentVersion",
            summary = "Read a version of a text",
            description = "A version of the terms or the privacy notice: earlier, in force or coming. Needs no credential.")
    DocumentResponse version(
            @Parameter(description = "`terms` or `privacy`.", example = "terms") String kind,
            @Parameter(description = "Name of the version.", example = "2026-11") String version) {
        return documents.version(kind(kind), version).map(this::response).orElseThrow(DocumentController::missing);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "publishDocument",
            summary = "Publish a version of a text",
            description = "Publishes a version of the terms or the privacy notice. It can never be edited; a later version takes its place.")
    DocumentResponse publish(
            @Parameter(description = "`terms` or `privacy`.", example = "terms") String kind,
            @Body @Valid PublishDocumentRequest document,
            Caller caller) {
        return response(documents.publish(
                caller, kind(kind), document.version(), document.effectiveFrom(), document.text()));
    }

    private static DocumentKind kind(String kind) {
        return DocumentKind.of(kind).orElseThrow(DocumentController::missing);
    }

    private static Problem missing() {
        return Problem.of(ProblemCode.DOCUMENT_NOT_FOUND);
    }

    private DocumentResponse response(Document document) {
        return new DocumentResponse(
                PublicId.DOCUMENT.format(document.id()),
                document.kind().value(),
                document.label(),
                document.effectiveFrom(),
                documents.state(document).value(),
                document.text(),
                document.starting(),
                document.publishedAt(),
                documents.versions(document.kind()).stream()
                        .map(version -> new DocumentVersion(
                                version.label(),
                                version.effectiveFrom(),
                                documents.state(version).value()))
                        .toList());
    }
}
