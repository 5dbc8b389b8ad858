package app.chancery.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;

/**
 * Tells what the container refuses by itself, before any part of Chancery has seen it: an address
 * whose percent-encoding is none, for example. And what failed so that not even the page that says
 * so could be made.
 */
class ContainerRefusals extends ErrorReportValve {

  private final BareRefusal refusal;

  ContainerRefusals(BareRefusal refusal) {
    this.refusal = refusal;
  }

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      refusal.write(status, request, response, response::getReporter);
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException("A refusal could not be sent", e);
    }
  }
}
