package app.chancery.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document. */
@Configuration
class ApiDescription {

  private static final String BASIC = "basic";

  @Bean
  OpenAPI chanceryApi() {
    return new OpenAPI()
        .servers(List.of(new Server().url("/").description("This office")))
        .info(
            new Info()
                .title("Chancery")
                .version("v1")
                .description(
                    "Programmes of enlargement and partnership: open them, follow them, report to"
                        + " them. What is refused comes back as application/problem+json and names"
                        + " every bad field under `errors`."))
        .components(
            new Components()
                .addSecuritySchemes(
                    BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList(BASIC));
  }
}
