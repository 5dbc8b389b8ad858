package app.chancery.platform.signon;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.filter.CsrfPreventionFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/** Sessions live in the database, for all that asks the container for one. */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableSpringHttpSession
class SessionConfiguration {

  /** The place of a filter that is to know who is logged in: behind those of Spring Security. */
  private static final int BEHIND_THE_SIGN_ON = 101;

  private static final String COOKIE = "JSESSIONID";

  @Bean
  StoredSessions storedSessions(
      JdbcClient db,
      ServerProperties server,
      SignOnPolicy policy,
      ObjectProvider<ProviderSettings> provider) {
    return new StoredSessions(
        db,
        server.getServlet().getSession().getTimeout(),
        policy.sessionsSeenEvery(),
        provider.stream()
            .map(ProviderSettings::askedAgainEvery)
            .findFirst()
            .orElse(Duration.ofDays(1)));
  }

  /** Not encoded: the id is text for a cookie as it is. */
  @Bean
  HttpSessionIdResolver sessionIds() {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(COOKIE);
    cookie.setUseBase64Encoding(false);
    CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
    cookies.setCookieSerializer(cookie);
    return new AskedOnce(cookies);
  }

  /** Tasklist, Cockpit and Admin are told who is logged in. */
  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappsSignOn() {
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
        new FilterRegistrationBean<>(new WebappsFilter());
    filter.addInitParameter("authentication-provider", WebappsSignOn.class.getName());
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    filter.setOrder(BEHIND_THE_SIGN_ON);
    return filter;
  }

  /** In the place of the one that the webapps would register under this name. */
  @Bean
  FilterRegistrationBean<CsrfPreventionFilter> webappsToken(CamundaBpmProperties settings) {
    FilterRegistrationBean<CsrfPreventionFilter> filter =
        new FilterRegistrationBean<>(new WebappsToken());
    filter.setName("CsrfPreventionFilter");
    filter.setInitParameters(settings.getWebapp().getCsrf().getInitParams());
    filter.addUrlPatterns("/camunda/api/*", "/camunda/app/*");
    filter.setOrder(BEHIND_THE_SIGN_ON + 1);
    return filter;
  }

  /** Whether this tells of something that failed: nothing is asked of what may have failed. */
  static boolean tellsOfFailure(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR
        && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        && status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
  }

  /**
   * A request looks for its session once, and the page that tells of its refusal once more: the
   * filter would do so again when it has answered. And whoever is told of a failure is not looked
   * up: that may be what has failed.
   */
  private record AskedOnce(HttpSessionIdResolver cookies) implements HttpSessionIdResolver {

    private static final String ASKED = AskedOnce.class.getName();

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
      if (request.getDispatcherType() == request.getAttribute(ASKED) || tellsOfFailure(request)) {
        return List.of();
      }
      request.setAttribute(ASKED, request.getDispatcherType());
      return cookies.resolveSessionIds(request);
    }

    /** The browser that sent it has it. */
    @Override
    public void setSessionId(
        HttpServletRequest request, HttpServletResponse response, String sessionId) {
      if (!cookies.resolveSessionIds(request).contains(sessionId)) {
        cookies.setSessionId(request, response, sessionId);
      }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
      cookies.expireSession(request, response);
    }
  }
}
