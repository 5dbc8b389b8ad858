package app.chancery.platform.engine;

import app.chancery.platform.refusal.JsonPlace;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.Unexpected;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.glassfish.jersey.server.ExtendedUriInfo;

/**
 * How the engine's interfaces, at {@code /engine-rest} and in the webapps, tell what went wrong.
 * The engine's own answers pass on what an exception says: statements in SQL, names of classes.
 * Here a caller hears what is theirs to mend, and of all else a reference to the log.
 */
abstract class FailuresOverRest<E extends Throwable> implements ExceptionMapper<E> {

  /** Before the engine's own. */
  static final int FIRST = 1;

  /** Names of classes and tables, statements, places in the code. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\b([a-z_]\\w*\\.){2,}[A-Z]\\w*|\\w(Exception|Error)\\b|\\bSQL\\b|\\n\\s*at "
              + "|(?i:\\bact_(ru|hi|re|ge|id)_|\\bselect\\b.*\\bfrom\\b)",
          Pattern.DOTALL);

  @Context private ExtendedUriInfo request;

  @Override
  public Response toResponse(E failure) {
    return find(failure, Refused.class)
        .map(RefusalsOverRest::told)
        .or(() -> find(failure, NotFound.class).map(RefusalsOverRest::told))
        .orElseGet(() -> answer(failure));
  }

  private Response answer(Throwable failure) {
    if (Collisions.isCollision(failure)) {
      return RefusalsOverRest.told(Collisions.conflict(failure));
    }
    if (failure instanceof JsonProcessingException json) {
      return answer(Response.Status.BAD_REQUEST, "Refused", unreadable(json));
    }
    Response.Status status = ExceptionHandlerHelper.getInstance().getStatus(failure);
    boolean missing = find(failure, NullValueException.class).isPresent();
    if (missing || status.getFamily() == Response.Status.Family.SERVER_ERROR) {
      return ended()
          .map(why -> answer(Response.Status.NOT_FOUND, "NotFound", why.getLocalizedMessage()))
          .orElseGet(
              () ->
                  missing
                      ? answer(Response.Status.NOT_FOUND, "NotFound", Unexpected.missing(failure))
                      : answer(status, "Failure", Unexpected.failed(failure)));
    }
    return tellsOfTheInside(failure)
        ? answer(status, "Refused", Unexpected.notUnderstood(failure))
        : ExceptionHandlerHelper.getInstance().getResponse(failure);
  }

  /** Of the task that was asked for, if it has ended. */
  private Optional<Refused> ended() {
    return EngineAddress.of(request).matches(TaskSight.ONE_TASK)
            && EngineUtil.lookupProcessEngine(null).getTaskService()
                instanceof StandingTaskService tasks
        ? tasks.whyGone(request.getPathParameters().getFirst("id"))
        : Optional.empty();
  }

  /**
   * A model that is not accepted is told to the administrator who deploys it as the engine does.
   */
  private static boolean tellsOfTheInside(Throwable failure) {
    return !(failure instanceof ParseException)
        && failure.getMessage() != null
        && INSIDE.matcher(failure.getMessage()).find();
  }

  private static String unreadable(JsonProcessingException json) {
    String place = JsonPlace.of(json.getLocation());
    String field =
        json instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining("."))
            : "";
    return field.isEmpty()
        ? Words.of("failuresOverRest.theBodyIsNotValidJson").formatted(place)
        : Words.of("failuresOverRest.isNotWhatThisCallTakes").formatted(field, place);
  }

  /** In the engine's own format. */
  private static Response answer(Response.Status status, String type, String message) {
    ExceptionDto answer = new ExceptionDto();
    answer.setType(type);
    answer.setMessage(message);
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(answer).build();
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return Collisions.causes(failure).filter(type::isInstance).map(type::cast).findFirst();
  }

  static List<ExceptionMapper<?>> all() {
    return List.of(
        new OfAnything(), new OfEngine(), new OfCall(), new OfMapping(), new OfParsing());
  }

  @Priority(FIRST)
  private static final class OfAnything extends FailuresOverRest<Throwable> {}

  @Priority(FIRST)
  private static final class OfEngine extends FailuresOverRest<ProcessEngineException> {}

  @Priority(FIRST)
  private static final class OfCall extends FailuresOverRest<RestException> {}

  @Priority(FIRST)
  private static final class OfMapping extends FailuresOverRest<JsonMappingException> {}

  @Priority(FIRST)
  private static final class OfParsing extends FailuresOverRest<JsonParseException> {}
}
