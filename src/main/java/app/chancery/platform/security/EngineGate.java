package app.chancery.platform.security;

import app.chancery.platform.engine.EngineAddress;
import app.chancery.platform.people.Groups;
import app.chancery.platform.words.Words;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets through to the engine's REST interfaces what {@link EngineCalls} has, and answers 403 to the
 * rest. Public, because it is found by its name.
 */
public class EngineGate implements AutoDiscoverable {

  @Override
  public void configure(FeatureContext interfaces) {
    // First of all: what is closed asks nothing of the engine.
    interfaces.register(new Gate(), Priorities.AUTHORIZATION);
  }

  private static final class Gate implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      String method =
          request.getMethod().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.getMethod();
      if (!EngineCalls.areOpenTo(groups(), method, EngineAddress.of(request.getUriInfo()))) {
        ExceptionDto refusal = new ExceptionDto();
        refusal.setType("NotAllowed");
        refusal.setMessage(Words.of("engineGate.thisIsNotOpenToYour"));
        request.abortWith(
            Response.status(Response.Status.FORBIDDEN)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(refusal)
                .build());
      }
    }

    private static List<String> groups() {
      Authentication caller = SecurityContextHolder.getContext().getAuthentication();
      return caller == null ? List.of() : Groups.of(caller);
    }
  }
}
