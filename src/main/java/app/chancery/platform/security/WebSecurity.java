package app.chancery.platform.security;

import static org.springframework.security.config.Customizer.withDefaults;

import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.signon.AtLoginPage;
import app.chancery.platform.signon.AuditedLogins;
import app.chancery.platform.signon.CurrentAccount;
import app.chancery.platform.signon.Doorkeeper;
import app.chancery.platform.signon.EngineSignOn;
import app.chancery.platform.signon.LoginRefused;
import app.chancery.platform.signon.Problems;
import app.chancery.platform.signon.ProviderSignOn;
import app.chancery.platform.signon.Unauthenticated;
import app.chancery.platform.signon.WantedPage;
import app.chancery.platform.words.Words;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The one sign-on: people have a session from the login page, programs send HTTP Basic; a
 * ministry's own is added by {@link ProviderSignOn}. Who may then do what says the {@link
 * AccessTable}.
 */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebSecurity {

  /** The pages of Chancery carry no script of their own; those of the API page come with it. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  /** The engine's servlets are not Spring MVC's: paths are matched as they are. */
  @Bean
  PathPatternRequestMatcherBuilderFactoryBean paths() {
    return new PathPatternRequestMatcherBuilderFactoryBean();
  }

  @Bean
  AuthenticationProvider engineSignOn(Doorkeeper doorkeeper, AuditedLogins logins) {
    return new EngineSignOn(doorkeeper, logins);
  }

  /** Tasklist, Cockpit and Admin; they bring their own CSRF protection and headers. */
  @Bean
  @Order(1)
  SecurityFilterChain webapps(
      HttpSecurity http, AccountRecords records, ObjectProvider<ProviderSignOn> provider)
      throws Exception {
    provider.ifAvailable(found -> found.follow(http));
    return http.securityMatcher("/camunda/**")
        .authorizeHttpRequests(rules -> ask(rules, AccessTable.webapps()))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(cache -> cache.requestCache(new WantedPage()))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(new Unauthenticated()))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                    .logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        .addFilterAfter(new CurrentAccount(records), SecurityContextHolderFilter.class)
        .build();
  }

  /** Our own pages, our REST interface and the engine's. */
  @Bean
  @Order(2)
  SecurityFilterChain office(
      HttpSecurity http,
      IdentityService identities,
      AccountRecords records,
      ObjectProvider<ProviderSignOn> provider)
      throws Exception {
    Optional<ProviderSignOn> ofMinistry = provider.stream().findFirst();
    ofMinistry.ifPresent(found -> found.follow(http));
    http.authorizeHttpRequests(
            rules -> {
              rules
                  .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                  .permitAll();
              ask(rules, AccessTable.office());
            })
        .formLogin(
            login ->
                login
                    .loginPage("/login")
                    .defaultSuccessUrl("/")
                    .authenticationDetailsSource(AtLoginPage::new)
                    .failureHandler(new LoginRefused()))
        .httpBasic(basic -> basic.authenticationEntryPoint(new Unauthenticated()))
        .logout(logout -> logout.logoutSuccessUrl("/login?loggedOut"))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfCookie())
                    .csrfTokenRequestHandler(new FormToken())
                    .ignoringRequestMatchers(
                        request ->
                            isBasicOfProgram(request)
                                || ofMinistry.filter(it -> it.isOfProgram(request)).isPresent()))
        .requestCache(cache -> cache.requestCache(new WantedPage()))
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(new Unauthenticated())
                    .accessDeniedHandler(denied()))
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
        .sessionManagement(withDefaults())
        .addFilterAfter(new CurrentAccount(records), SecurityContextHolderFilter.class)
        .addFilterAfter(new ActingPersonFilter(identities), AuthorizationFilter.class);
    if (ofMinistry.isPresent()) {
      ofMinistry.get().takeLogins(http);
    }
    return http.build();
  }

  /** The first line of the table that is about a request decides. */
  private static void ask(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules,
      List<Route> table) {
    table.forEach(route -> rules.requestMatchers(route.matchers()).access(route.rule()));
  }

  /** A name of its own: the webapps have a cookie named XSRF-TOKEN. */
  private static CookieCsrfTokenRepository csrfCookie() {
    CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
    cookie.setCookieName("CHANCERY-CSRF");
    cookie.setHeaderName("X-CHANCERY-CSRF");
    cookie.setCookieCustomizer(custom -> custom.sameSite("Lax"));
    return cookie;
  }

  /** A caller that sends its password by itself cannot be tricked by another site's page. */
  private static boolean isBasicOfProgram(HttpServletRequest request) {
    String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
    return credentials != null
        && credentials.regionMatches(true, 0, "Basic ", 0, 6)
        && OwnPages.mayHaveSent(request);
  }

  private static AccessDeniedHandler denied() {
    AccessDeniedHandler page = new AccessDeniedHandlerImpl();
    return (request, response, cause) -> {
      String path = request.getRequestURI();
      if (path.startsWith("/api/") || path.startsWith("/engine-rest/")) {
        Problems.write(
            response,
            403,
            Words.of("webSecurity.forbidden"),
            Words.of("webSecurity.yourAccountHasNoRightTo"));
      } else if (cause instanceof CsrfException
          && Unauthenticated.sendsForm(request)
          && !path.equals("/login")) {
        // Of a page that is older than the login.
        // The page that says so gives the text back.
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      } else {
        page.handle(request, response, cause);
      }
    };
  }
}
