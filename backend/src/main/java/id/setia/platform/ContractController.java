package id.setia.platform;

import id.setia.access.Allowed;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;

@Controller(Api.BASE)
@Tag(name = "Contract", description = "This document.")
class ContractController {

    private final String yaml = Contract.published();
    private final String json;

    ContractController(JsonMapper mapper) throws IOException {
        this.json = mapper.writeValueAsString(Yaml.read(yaml));
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
            description = "The OpenAPI document of this API. Needs no credential.")
    String json() {
        return json;
    }
}
