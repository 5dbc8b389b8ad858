package app.chancery.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Where in the office a page is, for the navigation.
 *
 * @param path of the page that was asked for, also where an error is told instead
 */
public record Place(String path) {

  static Place of(HttpServletRequest request) {
    Object asked =
        request.getDispatcherType() == DispatcherType.ERROR
            ? request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
            : null;
    return new Place(asked == null ? request.getRequestURI() : asked.toString());
  }

  /**
   * The value of {@code aria-current} for a link of the navigation.
   *
   * @param sections the address that it leads to, and those of other pages that belong to it
   * @return {@code page} on that very page, {@code true} on one below it, null elsewhere
   */
  public String within(String... sections) {
    if (path.equals(sections[0])) {
      return "page";
    }
    for (String section : sections) {
      if (path.equals(section) || path.startsWith(section + "/")) {
        return "true";
      }
    }
    return null;
  }
}
