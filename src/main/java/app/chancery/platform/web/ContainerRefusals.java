package app.chancery.platform.web;

import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.RequestId;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Tells what the container refuses by itself, before any part of Chancery has seen it: an address
 * whose percent-encoding is none, for example. It looks as every refusal does.
 */
class ContainerRefusals extends ErrorReportValve {

  private final Supplier<ITemplateEngine> pages;
  private final Supplier<ObjectMapper> json;

  ContainerRefusals(Supplier<ITemplateEngine> pages, Supplier<ObjectMapper> json) {
    this.pages = pages;
    this.json = json;
  }

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.is4xxClientError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    Refused refused = new Refused("", Words.of("request.notUnderstood"));
    boolean forPeople = ErrorAnswers.isForPeople(request);
    try {
      response.setContentType(
          forPeople ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getReporter().write(forPeople ? page(refused) : problem(status, refused));
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException("A refusal could not be sent", e);
    }
  }

  private String page(Refused refused) {
    return pages
        .get()
        .process(
            "error/refused",
            new Context(Words.language(), named(RefusalAnswer.page(refused).getModel())));
  }

  private static Map<String, Object> named(Map<String, Object> page) {
    Map<String, Object> named = new HashMap<>(page);
    RequestId.current().ifPresent(id -> named.put(RequestIdAdvice.NAME, id));
    return named;
  }

  private String problem(HttpStatus status, Refused refused) throws IOException {
    ProblemDetail problem =
        RefusalAnswer.problem(
            status, Words.of("containerRefusals.refused"), refused.getMessage(), refused.faults());
    RequestId.current().ifPresent(id -> problem.setProperty(RequestIdAdvice.NAME, id));
    return json.get().writeValueAsString(problem);
  }
}
