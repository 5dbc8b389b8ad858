package app.chancery.platform.engine;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.TooLarge;
import app.chancery.platform.refusal.TooOften;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * What holds at {@code /engine-rest} and in the webapps alike: which values are taken ({@link
 * PlainValues}), who sees a task ({@link TaskSight}), and how a refusal is told. A refused input is
 * the sender's to mend: it answers with HTTP 400 (404 if it asks for what does not exist, 409 if it
 * collides with others, 413 and 429 if it is too much) and the sentence, in the engine's own
 * format. To the engine every exception that it does not know is a fault of the server ({@link
 * FailuresOverRest}).
 */
public class RefusalsOverRest implements AutoDiscoverable {

  @Override
  public void configure(FeatureContext interfaces) {
    FailuresOverRest.all().forEach(interfaces::register);
    interfaces.register(new TaskSight()).register(PlainValues.class);
  }

  private static Response answer(Response.Status status, RuntimeException refusal) {
    ExceptionDto answer = ExceptionHandlerHelper.getInstance().fromException(refusal);
    answer.setMessage(refusal.getLocalizedMessage());
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(answer).build();
  }

  static Response told(Refused refused) {
    if (refused instanceof TooOften early) {
      return Response.fromResponse(answer(Response.Status.TOO_MANY_REQUESTS, refused))
          .header(HttpHeaders.RETRY_AFTER, early.secondsToWait())
          .build();
    }
    if (refused instanceof Conflict) {
      return answer(Response.Status.CONFLICT, refused);
    }
    return answer(
        refused instanceof TooLarge
            ? Response.Status.REQUEST_ENTITY_TOO_LARGE
            : Response.Status.BAD_REQUEST,
        refused);
  }

  static Response told(NotFound notFound) {
    return answer(Response.Status.NOT_FOUND, notFound);
  }
}
