package app.chancery.platform.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** What the sign-on of a ministry adds to that of the office. */
public class ProviderSignOn {

  private final ProviderSettings settings;
  private final ProviderCallback callback;
  private final ProviderFollowUp followUp;
  private final ProviderTokens tokens;
  private final ProviderLogout logout;
  private final DefaultOAuth2AuthorizationRequestResolver logins;

  ProviderSignOn(
      ProviderSettings settings,
      Provider provider,
      ProviderCallback callback,
      ProviderFollowUp followUp,
      ProviderTokens tokens,
      ProviderLogout logout) {
    this.settings = settings;
    this.callback = callback;
    this.followUp = followUp;
    this.tokens = tokens;
    this.logout = logout;
    logins = new DefaultOAuth2AuthorizationRequestResolver(id -> provider.registration(), "/login");
    logins.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
  }

  /** What people call it. */
  String name() {
    return settings.name();
  }

  /**
   * @return where at the provider the login goes on
   * @throws ProviderRefused if it cannot be reached
   */
  String begin(HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest login = logins.resolve(request, Provider.ID);
    PendingLogin.keep(login, request, response);
    return login.getAuthorizationRequestUri();
  }

  ProviderLogout logout() {
    return logout;
  }

  /** A token comes from no browser, and neither does the provider's word of a logout. */
  public boolean isOfProgram(HttpServletRequest request) {
    return takesTokens() && ProviderTokens.isOfProgram(request)
        || request.getRequestURI().equals(ProviderPages.ENDED);
  }

  private boolean takesTokens() {
    return !settings.audience().isBlank();
  }

  /**
   * Behind what finds the session, and before what looks at its account, which is added to the same
   * place after it.
   */
  public void follow(HttpSecurity http) {
    http.addFilterAfter(followUp, SecurityContextHolderFilter.class);
  }

  public void takeLogins(HttpSecurity http) throws Exception {
    if (takesTokens()) {
      http.addFilterBefore(tokens.filter(), BasicAuthenticationFilter.class);
    }
    http.logout(leave -> leave.addLogoutHandler(logout).logoutSuccessHandler(logout));
    http.with(new Login(callback), login -> {});
  }

  /** A login gives the session another id, as that with a password does. */
  private static final class Login extends AbstractHttpConfigurer<Login, HttpSecurity> {

    private final ProviderCallback callback;

    Login(ProviderCallback callback) {
      this.callback = callback;
    }

    @Override
    public void configure(HttpSecurity http) {
      callback.setSessionAuthenticationStrategy(
          http.getSharedObject(SessionAuthenticationStrategy.class));
      http.addFilterBefore(callback, UsernamePasswordAuthenticationFilter.class);
    }
  }
}
