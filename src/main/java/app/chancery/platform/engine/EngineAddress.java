package app.chancery.platform.engine;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * Which call of the engine's REST interface, or of a webapp's, a request has come to. It is told by
 * what would answer, however the address is written.
 */
public final class EngineAddress {

  /** The engine is behind the first one for programs, behind the second one for the webapps. */
  private static final List<String> OF_THE_ENGINE = List.of("engine-rest", "engine");

  /** Each engine is under its name, and the only one without it too. */
  private static final String NAMED_ENGINE = "/engine/{name}";

  private EngineAddress() {}

  /**
   * @return the path below the address of the engine, with the names of its parameters in their
   *     places, such as {@code /task/{id}/claim}; that of another webapp than the engine's begins
   *     with its name, such as {@code /cockpit}
   */
  public static String of(UriInfo address) {
    StringBuilder path = new StringBuilder();
    // The innermost one comes first.
    for (UriTemplate part : ((ExtendedUriInfo) address).getMatchedTemplates()) {
      path.insert(0, "/" + part.getTemplate());
    }
    String whole = path.toString().replaceAll("/+", "/").replaceFirst("/$", "");
    String[] base = address.getBaseUri().getPath().split("/");
    String application = base[base.length - 1];
    if (!OF_THE_ENGINE.contains(application)) {
      return "/" + application + whole;
    }
    return whole.startsWith(NAMED_ENGINE) ? whole.substring(NAMED_ENGINE.length()) : whole;
  }
}
