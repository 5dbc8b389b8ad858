package app.chancery.platform.web;

import app.chancery.platform.refusal.RequestId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every request its id, around all else that the container does with it, so that what the
 * container logs of a failure has the id too. A refusal fails nowhere, but tells its id as well: it
 * has a line of its own, so that the id leads to it.
 */
class RequestIds extends ValveBase {

  private static final Logger LOG = LoggerFactory.getLogger(RequestIds.class);

  /**
   * What may be a secret is not for logs: that of a calendar stands in its address. Ids of tasks
   * and processes are none.
   */
  private static final Pattern LONG =
      Pattern.compile(
          "(?<=/)(?!\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(?:/|$))[^/]{30,}");

  RequestIds() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    response.setHeader(RequestId.HEADER, RequestId.begin(request));
    try {
      getNext().invoke(request, response);
      tellOfRefusal(request, response.getStatus());
    } finally {
      RequestId.end();
    }
  }

  /**
   * Who has not logged in and reads is only asked to, and of failures there is more in the log. A
   * form that comes after its session has ended is refused with an id.
   */
  private static void tellOfRefusal(Request request, int status) {
    boolean asksToLogIn =
        status == HttpServletResponse.SC_UNAUTHORIZED
            && Set.of("GET", "HEAD").contains(request.getMethod());
    if (status >= HttpServletResponse.SC_BAD_REQUEST
        && status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
        && !asksToLogIn) {
      LOG.info(
          "Answered {} to {} {}",
          status,
          request.getMethod(),
          LONG.matcher(String.valueOf(request.getRequestURI())).replaceAll("…"));
    }
  }
}
