package app.chancery.platform.web;

import app.chancery.platform.refusal.RequestId;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Gives every request its id, around all else that the container does with it, so that what the
 * container logs of a failure has the id too.
 */
class RequestIds extends ValveBase {

  RequestIds() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    response.setHeader(RequestId.HEADER, RequestId.begin(request));
    try {
      getNext().invoke(request, response);
    } finally {
      RequestId.end();
    }
  }
}
