package app.chancery.platform.web;

import app.chancery.platform.security.EngineRoutes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the office answers, as the code has it. */
public final class Routes {

  /** What stands in a file and not in the code. */
  private static final List<String> FILES =
      List.of(
          "/chancery.css",
          "/chancery.svg",
          "/favicon.ico",
          "/chancery-webapps.js",
          "/camunda/app/tasklist/default/",
          "/camunda/app/cockpit/default/",
          "/camunda/app/admin/default/",
          "/camunda/app/welcome/default/",
          "/camunda/app/tasklist/scripts/config.js",
          "/camunda/lib/deps.js",
          "/camunda",
          "/camunda/",
          "/engine-rest",
          "/logout",
          "/no-such-page",
          "/api/v1/no-such-call",
          "/camunda/no-such-page",
          "/camunda/api/no-such-call");

  private Routes() {}

  /** Those of Spring MVC: our pages, our REST interface, its description. */
  public static List<Route> ofOurs(ApplicationContext application) {
    return application.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .flatMap(Routes::ofMethod)
        .distinct()
        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
        .toList();
  }

  /** Those of the engine's REST interface, at its own address and below the webapps. */
  public static List<Route> ofEngine() {
    return Stream.of("/engine-rest", "/camunda/api/engine/engine/default")
        .flatMap(
            base ->
                EngineRoutes.all().stream()
                    .map(route -> new Route(route.method(), base + route.path(), null)))
        .toList();
  }

  public static Stream<Route> all(ApplicationContext application) {
    return Stream.of(
            ofOurs(application).stream(),
            ofEngine().stream(),
            FILES.stream().map(file -> new Route("GET", file, null)))
        .flatMap(routes -> routes);
  }

  private static Stream<Route> ofMethod(Map.Entry<RequestMappingInfo, HandlerMethod> mapping) {
    Set<RequestMethod> methods = mapping.getKey().getMethodsCondition().getMethods();
    return mapping.getKey().getPatternValues().stream()
        .flatMap(
            path ->
                (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                    .stream().map(method -> new Route(method.name(), path, mapping.getValue())));
  }

  /**
   * @param path with places to fill in in braces
   * @param handler what answers; null where it is not one of ours
   */
  public record Route(String method, String path, HandlerMethod handler) {

    /** The address with something in each place. */
    public String filled(String place) {
      return path.replaceAll("/\\*\\*", "/" + place).replaceAll("\\{[^/]*}", place);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
