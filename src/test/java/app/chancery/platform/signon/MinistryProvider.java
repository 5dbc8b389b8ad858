package app.chancery.platform.signon;

import static org.springframework.security.config.Customizer.withDefaults;

import app.chancery.Visitor;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * The sign-on of a ministry: Spring Authorization Server, on a port of its own, with people of whom
 * it says what a test has it say.
 */
final class MinistryProvider implements AutoCloseable {

  static final String CLIENT = "chancery";
  static final String SECRET = "what only the two know";
  static final String AUDIENCE = "chancery-programs";
  static final String PASSWORD = "of the ministry";

  private final int port = freePort();
  private final RSAKey key = newKey();
  private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
  private volatile OAuth2AuthorizationService given = new InMemoryOAuth2AuthorizationService();
  private AnnotationConfigServletWebServerApplicationContext server;
  private int officePort;

  String issuer() {
    return "http://localhost:" + port;
  }

  /** Where the office is that it sends people back to. */
  void start(int office) {
    officePort = office;
    server = new AnnotationConfigServletWebServerApplicationContext();
    server.registerBean(MinistryProvider.class, () -> this);
    server.register(Settings.class);
    server.refresh();
  }

  /** It cannot be reached until {@link #comeBack}. */
  void goAway() {
    server.getWebServer().stop();
  }

  void comeBack() {
    server.getWebServer().start();
  }

  /** From now on it says this of that person. */
  void says(String person, Map<String, Object> claims) {
    people.put(person, claims);
  }

  /** What it has given so far is worth nothing any more. */
  void forgetsWhatItGave() {
    given = new InMemoryOAuth2AuthorizationService();
  }

  /** A token with its signature. */
  String token(Map<String, Object> claims) {
    return signed(key, claims);
  }

  /** The same by somebody else, who says to be it. */
  static String forged(String keyId, Map<String, Object> claims) {
    return signed(new RSAKey.Builder(newKey()).keyID(keyId).build(), claims);
  }

  String keyId() {
    return key.getKeyID();
  }

  private static String signed(RSAKey key, Map<String, Object> claims) {
    JwtClaimsSet.Builder set = JwtClaimsSet.builder();
    claims.forEach(set::claim);
    return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet((JWK) key)))
        .encode(
            JwtEncoderParameters.from(
                JwsHeader.with(SignatureAlgorithm.RS256).keyId(key.getKeyID()).build(),
                set.build()))
        .getTokenValue();
  }

  /** What the office would have it sign for a program. */
  Map<String, Object> claims(String subject, Instant at, Object roles) {
    return Map.of(
        "iss", issuer(),
        "sub", subject,
        "aud", List.of(AUDIENCE),
        "iat", at,
        "exp", at.plusSeconds(300),
        "preferred_username", subject,
        "roles", roles);
  }

  /** A browser in which nobody has logged in there yet. */
  Browser browser() {
    return new Browser();
  }

  /** What one browser has of the provider. */
  final class Browser {

    private final HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Goes where the office has led, and logs in there if asked to.
     *
     * @return where it leads back to
     */
    String logIn(String address, String person) {
      HttpResponse<String> answer = open(address);
      if (asksWhoItIs(answer)) {
        HttpResponse<String> login =
            send(
                HttpRequest.newBuilder(URI.create(issuer() + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "username=" + person + "&password=" + PASSWORD.replace(' ', '+')))
                    .build());
        answer = open(URI.create(issuer()).resolve(Visitor.location(login)).toString());
      }
      String back = Visitor.location(answer);
      if (!back.startsWith("http://localhost:" + officePort + "/")) {
        throw new IllegalStateException("Not led back: " + answer.statusCode() + " " + back);
      }
      return path(back);
    }

    HttpResponse<String> open(String address) {
      return send(
          HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build());
    }

    boolean asksWhoItIs(HttpResponse<String> answer) {
      return Visitor.location(answer).endsWith("/login");
    }

    private HttpResponse<String> send(HttpRequest request) {
      try {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Of an address what a visitor asks for. */
  static String path(String address) {
    try {
      URI there = new URI(address);
      return there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RSAKey newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
          .privateKey(pair.getPrivate())
          .keyID("key of the ministry")
          .build();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Registered by hand, so that no office finds it. */
  @EnableWebSecurity
  static class Settings {

    @Bean
    TomcatServletWebServerFactory tomcat(MinistryProvider ministry) {
      TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(ministry.port);
      // Filters alone answer, and Tomcat asks them where some servlet is.
      tomcat.setRegisterDefaultServlet(true);
      tomcat.setAddress(InetAddress.getLoopbackAddress());
      tomcat.getSession().getCookie().setName("MINISTRY");
      return tomcat;
    }

    @Bean
    @Order(1)
    SecurityFilterChain provider(HttpSecurity http) throws Exception {
      OAuth2AuthorizationServerConfigurer endpoints =
          OAuth2AuthorizationServerConfigurer.authorizationServer();
      return http.securityMatcher(endpoints.getEndpointsMatcher())
          .with(endpoints, each -> each.oidc(withDefaults()))
          .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
          .exceptionHandling(
              errors ->
                  errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
          .csrf(AbstractHttpConfigurer::disable)
          .formLogin(withDefaults())
          .build();
    }

    @Bean
    UserDetailsService accounts(MinistryProvider ministry) {
      return name -> {
        if (!ministry.people.containsKey(name)) {
          throw new UsernameNotFoundException(name);
        }
        return User.withUsername(name).password(PASSWORD).roles("USER").build();
      };
    }

    @Bean
    RegisteredClientRepository clients(MinistryProvider ministry) {
      RegisteredClient office =
          RegisteredClient.withId("1")
              .clientId(CLIENT)
              .clientSecret(SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
              .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
              .redirectUri("http://localhost:" + ministry.officePort + "/login/provider/back")
              .postLogoutRedirectUri("http://localhost:" + ministry.officePort + "/login?loggedOut")
              .scope("openid")
              .scope("profile")
              .scope("email")
              .clientSettings(ClientSettings.builder().requireProofKey(true).build())
              .tokenSettings(TokenSettings.builder().reuseRefreshTokens(false).build())
              .build();
      return new InMemoryRegisteredClientRepository(office);
    }

    /** What is said here is no secret. */
    @Bean
    PasswordEncoder plain() {
      return new PasswordEncoder() {
        @Override
        public String encode(CharSequence secret) {
          return secret.toString();
        }

        @Override
        public boolean matches(CharSequence given, String secret) {
          return secret.contentEquals(given);
        }
      };
    }

    @Bean
    OAuth2AuthorizationService given(MinistryProvider ministry) {
      return new OAuth2AuthorizationService() {
        @Override
        public void save(OAuth2Authorization login) {
          ministry.given.save(login);
        }

        @Override
        public void remove(OAuth2Authorization login) {
          ministry.given.remove(login);
        }

        @Override
        public OAuth2Authorization findById(String id) {
          return ministry.given.findById(id);
        }

        @Override
        public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
          return ministry.given.findByToken(token, type);
        }
      };
    }

    @Bean
    JWKSource<SecurityContext> keys(MinistryProvider ministry) {
      return new ImmutableJWKSet<>(new JWKSet((JWK) ministry.key));
    }

    /** Of what people show of it when they log out. */
    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings addresses(MinistryProvider ministry) {
      return AuthorizationServerSettings.builder().issuer(ministry.issuer()).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> words(MinistryProvider ministry) {
      return token ->
          ministry
              .people
              .getOrDefault(token.getPrincipal().getName(), Map.of())
              .forEach(token.getClaims()::claim);
    }
  }
}
