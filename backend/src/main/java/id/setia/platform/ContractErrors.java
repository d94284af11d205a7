package id.setia.platform;

import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The errors that operations share, as the contract tells them. */
final class ContractErrors {

    private record Shared(String name, String description, Problem problem) {}

    private static final Map<String, Shared> RESPONSES = new LinkedHashMap<>();

    static {
        RESPONSES.put("400", new Shared(
                "BadRequest", "The request cannot be read.",
                Problem.malformed(new FieldError("", "json_malformed", List.of("1", "24")))));
        RESPONSES.put("401", new Shared(
                "Unauthenticated", "No credential, or one that is no longer good.",
                Problem.of(ProblemCode.UNAUTHENTICATED)));
        RESPONSES.put("403", new Shared(
                "Forbidden", "The credential does not allow this.",
                Problem.of(ProblemCode.FORBIDDEN)));
        RESPONSES.put("404", new Shared(
                "NotFound", "There is no such thing, or the caller may not know of it.",
                Problem.of(ProblemCode.NOT_FOUND)));
        RESPONSES.put("406", new Shared(
                "NotAcceptable", "The answer cannot be had in the form that `Accept` asks for.",
                Problem.of(ProblemCode.NOT_ACCEPTABLE, "application/json")));
        RESPONSES.put("409", new Shared(
                "Conflict", "The state of things does not allow this.",
                Problem.of(ProblemCode.PURCHASE_ALREADY_ATTACHED)));
        RESPONSES.put("410", new Shared(
                "Gone", "It was there once and is no longer told.",
                Problem.of(ProblemCode.EVENTS_GONE)));
        RESPONSES.put("412", new Shared(
                "PreconditionFailed", "It was changed meanwhile; read it again and send its new `ETag`.",
                Problem.of(ProblemCode.CHANGED_MEANWHILE)));
        RESPONSES.put("413", new Shared(
                "PayloadTooLarge", "The body is larger than is taken.",
                Problem.of(ProblemCode.PAYLOAD_TOO_LARGE)));
        RESPONSES.put("415", new Shared(
                "UnsupportedMediaType", "The body is of a media type that is not taken here.",
                Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "application/json")));
        RESPONSES.put("422", new Shared(
                "UnprocessableContent", "Fields are wrong; `errors` names each by its pointer.",
                Problem.invalid(List.of(new FieldError("/lines/0/quantity", "required", List.of())))));
        RESPONSES.put("428", new Shared(
                "PreconditionRequired", "`If-Match` is missing, or names no version.",
                Problem.of(ProblemCode.VERSION_REQUIRED)));
        RESPONSES.put("429", new Shared(
                "TooManyRequests", "Too many requests; wait as long as `Retry-After` says.",
                Problem.of(ProblemCode.RATE_LIMITED, 7)));
        RESPONSES.put("500", new Shared(
                "InternalError", "A fault of the server, noted in its log under `requestId`.",
                Problem.of(ProblemCode.INTERNAL_ERROR)));
        RESPONSES.put("503", new Shared(
                "Unavailable", "Busy for the moment; try again after `Retry-After`.",
                Problem.of(ProblemCode.TRY_AGAIN_LATER)));
    }

    private ContractErrors() {}

    /** Whether operations share the refusal of this status. */
    static boolean isShared(String status) {
        return RESPONSES.containsKey(status);
    }

    static Map<String, Object> reference(String status) {
        return Map.of("$ref", "#/components/responses/" + RESPONSES.get(status).name());
    }

    static Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        RESPONSES.forEach((status, shared) -> responses.put(shared.name(), response(status, shared)));
        return responses;
    }

    private static Map<String, Object> response(String status, Shared shared) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", shared.description());
        if (status.equals("429") || status.equals("503")) {
            response.put("headers", Map.of("Retry-After", header("Seconds to wait.", 5)));
        }
        response.put(
                "content",
                Map.of(
                        "application/problem+json",
                        ordered("schema", Map.of("$ref", "#/components/schemas/Problem"), "example", example(shared.problem()))));
        return response;
    }

    private static Map<String, Object> example(Problem problem) {
        ProblemTexts texts = new ProblemTexts();
        return ordered(
                "type", "urn:setia:problem:" + problem.code().code(),
                "title", texts.title(problem, "en"),
                "status", problem.code().status(),
                "code", problem.code().code(),
                "detail", texts.detail(problem, "en"),
                "requestId", "req_4f1c2a9be07d4c5f8a3b6d2e1f0c9a87",
                "errors", problem.errors().stream()
                        .map(error -> ordered(
                                "pointer", error.pointer(), "code", error.code(), "detail", texts.detail(error, "en")))
                        .toList());
    }

    private static Map<String, Object> header(String description, int example) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("description", description);
        header.put("schema", ordered("type", "integer", "example", example));
        return header;
    }

    static Map<String, Object> schemas() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", text("A URI that names the kind of problem; not meant to be fetched.", "urn:setia:problem:validation_failed"));
        problem.put("title", text("The kind of problem in a few words, in the caller's language.", "Isian belum benar"));
        problem.put("status", ordered("type", "integer", "format", "int32", "description", "The HTTP status, again.", "example", 422));
        Map<String, Object> code = text("Stable code of the problem.", "validation_failed");
        code.put("enum", Arrays.stream(ProblemCode.values()).map(ProblemCode::code).sorted().toList());
        problem.put("code", code);
        problem.put("detail", text("What happened and what to do, in the caller's language.", "Periksa kembali isian yang ditandai."));
        problem.put("requestId", text("Names this request in the server's log; quote it when asking for help.", "req_4f1c2a9be07d4c5f8a3b6d2e1f0c9a87"));
        problem.put("errors", ordered(
                "type", "array",
                "description", "The fields that are wrong; empty where no single field is to blame.",
                "items", Map.of("$ref", "#/components/schemas/ProblemField")));
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("pointer", text("The field as a JSON pointer into the body; parameters are named likewise.", "/lines/0/quantity"));
        field.put("code", text("Stable code of the mistake.", "required"));
        field.put("detail", text("The mistake in the caller's language.", "Wajib diisi."));
        Map<String, Object> described = object("Why a request was refused (RFC 9457). Branch on `code`; show `detail`.", problem);
        problem.put("error", text("Of `POST /oauth/token` alone: the error as OAuth 2.0 names it.", "invalid_client"));
        return Map.of(
                "Problem", described,
                "ProblemField", object("What is wrong with one field of a request.", field));
    }

    private static Map<String, Object> object(String description, Map<String, Object> properties) {
        return ordered(
                "type", "object",
                "description", description,
                "properties", properties,
                "required", List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> text(String description, String example) {
        return ordered("type", "string", "description", description, "example", example);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            map.put((String) pairs[index], pairs[index + 1]);
        }
        return map;
    }
}
