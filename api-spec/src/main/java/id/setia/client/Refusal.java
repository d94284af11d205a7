package id.setia.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.setia.client.http.ApiException;

/**
 * Why a request was refused.
 *
 * @param status the HTTP status; 0 when no answer came
 * @param code the stable code to branch on; empty when what answered was not Setia
 * @param detail what to show, in the caller's language
 * @param requestId what to name when asking for help; empty when unknown
 */
public record Refusal(int status, String code, String detail, String requestId) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a failed call was told. */
    public static Refusal of(ApiException failure) {
        return of(failure.getCode(), failure.getResponseBody(), MAPPER);
    }

    static Refusal of(int status, String body, ObjectMapper mapper) {
        try {
            JsonNode problem = mapper.readTree(body == null ? "" : body);
            return new Refusal(
                    status,
                    problem.path("code").asText(""),
                    problem.path("detail").asText(""),
                    problem.path("requestId").asText(""));
        } catch (JsonProcessingException notOurs) {
            return new Refusal(status, "", "", "");
        }
    }
}
