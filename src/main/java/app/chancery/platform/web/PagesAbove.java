package app.chancery.platform.web;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which page people come from when they send something to an address that is none itself. */
@Component
class PagesAbove {

  /** There are none where nobody listens, on the command line. */
  private final ObjectProvider<RequestMappingHandlerMapping> routes;

  PagesAbove(ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.routes = routes;
  }

  /** The nearest one above that address, below the start page. */
  Optional<String> of(String path) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      String above = path.substring(0, end);
      if (isPage(above)) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  private boolean isPage(String path) {
    PathContainer asked = PathContainer.parsePath(path);
    return routes.stream()
        .flatMap(each -> each.getHandlerMethods().entrySet().stream())
        .filter(route -> isPage(route.getValue()))
        .anyMatch(route -> isOpened(route.getKey(), asked));
  }

  private static boolean isOpened(RequestMappingInfo route, PathContainer path) {
    return route.getMethodsCondition().getMethods().contains(RequestMethod.GET)
        && route.getPathPatternsCondition() != null
        && route.getPathPatternsCondition().getPatterns().stream()
            .anyMatch(pattern -> pattern.matches(path));
  }

  /** Not a file, nor what programs read. */
  private static boolean isPage(HandlerMethod handler) {
    return !AnnotatedElementUtils.hasAnnotation(handler.getMethod(), ResponseBody.class)
        && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
        && !HttpEntity.class.isAssignableFrom(handler.getMethod().getReturnType());
  }
}
