package app.chancery.platform.web;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.RequestId;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Tells a refusal or a failure where no part of the office that answers requests is reached. It
 * looks as every refusal does.
 */
@Component
class BareRefusal {

  /** What the container says of a request that it does not know how to read: no failure of ours. */
  private static final Set<HttpStatus> NOT_READ =
      Set.of(HttpStatus.NOT_IMPLEMENTED, HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

  private final ObjectProvider<ITemplateEngine> pages;
  private final ObjectProvider<ObjectMapper> json;

  BareRefusal(ObjectProvider<ITemplateEngine> pages, ObjectProvider<ObjectMapper> json) {
    this.pages = pages;
    this.json = json;
  }

  /**
   * @param to opens the writer once the type of what is written is known
   */
  void write(
      HttpStatus status, HttpServletRequest request, HttpServletResponse response, Writers to)
      throws IOException {
    boolean failed = status.is5xxServerError() && !NOT_READ.contains(status);
    String heading = Words.of(failed ? "page.error.heading" : "refused.heading");
    String sentence = Words.of(failed ? "page.error.text" : "request.notUnderstood");
    boolean forPeople = isUnread(request) || ErrorAnswers.isForPeople(request);
    response.setContentType(
        forPeople ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    to.open()
        .write(forPeople ? page(heading, sentence, failed) : problem(status, heading, sentence));
  }

  /**
   * Of an address that is no address or has no end nothing behind it is read either, and so nobody
   * knows who asks: a person would be shown what is meant for programs, a program sees the status.
   * The host is what this office has set itself.
   */
  private static boolean isUnread(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames()).stream()
        .allMatch(HttpHeaders.HOST::equalsIgnoreCase);
  }

  private String page(String heading, String sentence, boolean failed) {
    Context words =
        new Context(
            Words.language(), Map.of("heading", heading, "sentence", sentence, "failed", failed));
    RequestId.current().ifPresent(id -> words.setVariable(RequestIdAdvice.NAME, id));
    return pages.getObject().process("error/refused", words);
  }

  private String problem(HttpStatus status, String heading, String sentence) throws IOException {
    ProblemDetail problem =
        RefusalAnswer.problem(status, heading, sentence, List.of(new Fault("", sentence)));
    RequestId.current().ifPresent(id -> problem.setProperty(RequestIdAdvice.NAME, id));
    return json.getObject().writeValueAsString(problem);
  }

  interface Writers {
    PrintWriter open() throws IOException;
  }
}
