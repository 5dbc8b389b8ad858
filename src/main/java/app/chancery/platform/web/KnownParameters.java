package app.chancery.platform.web;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses, by its name, a parameter that a call of the REST interface does not know: left out
 * without a word, a misspelt filter would answer with everything.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

  private final String ofFormat;

  /**
   * @param ofFormat the parameter that says in which format the answer is wanted
   */
  KnownParameters(
      @Value("${spring.mvc.contentnegotiation.parameter-name:format}") String ofFormat) {
    this.ofFormat = ofFormat;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(this).addPathPatterns("/api/v1/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object call) {
    if (call instanceof HandlerMethod method) {
      Set<String> known = of(method);
      String told =
          known.isEmpty()
              ? Words.of("parameter.none")
              : Words.of("parameter.unknown").formatted(String.join(", ", known));
      Faults faults = new Faults();
      request.getParameterMap().keySet().stream()
          .sorted()
          .forEach(
              name ->
                  faults.check(
                      known.contains(name) || name.equals(ofFormat), PlainText.shown(name), told));
      faults.refuseIfAny();
    }
    return true;
  }

  private static Set<String> of(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
        .map(KnownParameters::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(MethodParameter parameter) {
    String said = parameter.getParameterAnnotation(RequestParam.class).name();
    return StringUtils.hasText(said) ? said : parameter.getParameter().getName();
  }
}
