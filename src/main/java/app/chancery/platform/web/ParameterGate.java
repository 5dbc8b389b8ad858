package app.chancery.platform.web;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address or a form that cannot be taken as it was meant: what cannot be read, what is
 * no plain text, too many or too long parameters, and the same one twice, of which one would be
 * left out.
 */
class ParameterGate extends OncePerRequestFilter {

  private final RequestLimits limits;

  ParameterGate(RequestLimits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      check(request);
    } catch (Refused refused) {
      RefusalAnswer.send(refused, request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private void check(HttpServletRequest request) {
    Faults faults = new Faults();
    PlainText.fault(
            request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()))
        .ifPresent(wrong -> faults.add("", Words.of("parameterGate.theAddress").formatted(wrong)));
    Map<String, String[]> parameters = request.getParameterMap();
    refuseUnread(request);
    faults.check(
        parameters.size() <= limits.parameters(),
        "",
        Words.of("parameterGate.thereAreMoreThanParameters").formatted(limits.parameters()));
    faults.refuseIfAny();
    boolean query = Set.of("GET", "HEAD").contains(request.getMethod());
    boolean ofEngine = EnginePaths.isOne(request.getRequestURI());
    boolean asTyped = !query && limits.areTextsReadAt(request.getRequestURI());
    parameters.forEach(
        (name, values) -> {
          boolean once =
              query && !ofEngine && !limits.areSeveralTakenAt(request.getRequestURI(), name);
          if (checkText(name, name, query, faults) && once) {
            faults.check(
                values.length == 1,
                name,
                Words.of("parameterGate.isGivenTimes").formatted(values.length));
          }
          for (String value : asTyped ? new String[0] : values) {
            checkText(name, value, query, faults);
          }
          if (ofEngine && name.equals("maxResults")) {
            checkResults(values[0], faults);
          }
        });
    faults.refuseIfAny();
  }

  /** What Tomcat could not read it leaves out without a word. */
  private void refuseUnread(HttpServletRequest request) {
    if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) == null) {
      return;
    }
    Object reason = request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR);
    if (reason == FailReason.POST_TOO_LARGE) {
      throw SizeGate.tooLarge(limits.body().toBytes());
    }
    throw new Refused(
        "",
        reason == FailReason.TOO_MANY_PARAMETERS
            ? Words.of("parameterGate.thereAreMoreThanParameters").formatted(limits.parameters())
            : Words.of("parameterGate.theParametersCannotBeReadEach"));
  }

  private boolean checkText(String name, String text, boolean query, Faults faults) {
    int most = query ? limits.parameterText() : limits.text();
    String field = PlainText.shown(name);
    return faults.check(
            text.length() <= most,
            field,
            Words.of("parameterGate.isLongerThanCharacters").formatted(most))
        && PlainText.check(text, field, faults);
  }

  private void checkResults(String most, Faults faults) {
    faults.check(
        !most.matches("\\d+") || most.length() < 10 && Integer.parseInt(most) <= limits.results(),
        "maxResults",
        Words.of("parameterGate.mustBeAtMost").formatted(limits.results()));
  }
}
