package id.setia.platform;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A refusal as callers see it: RFC 9457, with a stable code, a request id, and what is wrong with which field. */
@Serdeable
@Schema(name = "Problem", description = "Why a request was refused, as RFC 9457 has it. Branch on `code`; show `detail`.")
record ProblemDetails(
        @Schema(
                        description = "A URI that names the kind of problem; not meant to be fetched.",
                        example = "urn:setia:problem:validation_failed")
                String type,
        @Schema(description = "The kind of problem in a few words, in the caller's language.", example = "Isian belum benar")
                String title,
        @Schema(description = "The HTTP status, again.", example = "422") int status,
        @Schema(description = "Stable code of the problem.", example = "validation_failed") String code,
        @Schema(
                        description = "What happened and what to do, in the caller's language.",
                        example = "Periksa kembali isian yang ditandai.")
                String detail,
        @Schema(
                        description = "Names this request in the server's log; quote it when asking for help.",
                        example = "req_4f1c2a9be07d4c5f8a3b6d2e1f0c9a87")
                String requestId,
        @Schema(
                        description = "The fields that are wrong; empty where no single field is to blame.",
                        example = "[{\"pointer\":\"/lines/0/quantity\",\"code\":\"required\",\"detail\":\"Wajib diisi.\"}]")
                List<ProblemField> errors) {}
