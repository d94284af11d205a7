package id.setia.platform;

import id.setia.access.Allowed;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.function.Supplier;

@Controller(Api.BASE)
@Tag(name = "Contract", description = "This document.")
class ContractController {

    private final String yaml = Contract.published();
    private final String json;
    private final Supplier<String> newer;

    ContractController(JsonMapper mapper) throws IOException {
        this.json = mapper.writeValueAsString(Yaml.read(yaml));
        this.newer = SupplierUtil.memoized(() -> Yaml.write(ContractNewer.of(Yaml.read(yaml))));
    }

    @Allowed(everyone = true)
    @Get(value = "/openapi.yaml", produces = "application/yaml")
    @Operation(
            operationId = "getContractAsYaml",
            summary = "Read the contract as YAML",
            description = "The OpenAPI document of this API. Needs no credential.")
    String yaml() {
        return yaml;
    }

    @Allowed(everyone = true)
    @Get(value = "/openapi.json", produces = MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getContractAsJson",
            summary = "Read the contract as JSON",
            description = "The OpenAPI document of this API. Needs no credential.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The document.",
                            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object"))))
    String json() {
        return json;
    }

    @Allowed(everyone = true)
    @Get(value = "/openapi-3.1.yaml", produces = "application/yaml")
    @Operation(
            operationId = "getContractAsOpenapi31",
            summary = "Read the contract as OpenAPI 3.1",
            description = "The same document said in OpenAPI 3.1, with webhooks, for tools that want it. Needs no credential.")
    String newer() {
        return newer.get();
    }
}
