package app.chancery.platform.security;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the office is reached from outside.
 *
 * @param publicUrl where people reach it, such as {@code https://chancery.example.org}; links that
 *     need a host have this one. Empty: links have the address and port that the server listens on
 * @param trustedProxies a regular expression for the addresses of the proxies that are believed
 *     when they say whom they forward and by which protocol. Empty: none is
 */
@ConfigurationProperties("chancery")
record FrontDoorSettings(
    @DefaultValue("") String publicUrl, @DefaultValue("") String trustedProxies) {

  FrontDoorSettings {
    if (!publicUrl.isBlank()) {
      URI url = URI.create(publicUrl);
      if (!Set.of("http", "https").contains(String.valueOf(url.getScheme()))
          || url.getHost() == null
          || !Set.of("", "/").contains(url.getPath())
          || url.getQuery() != null) {
        throw new IllegalArgumentException(
            "chancery.public-url must be http:// or https:// and a host, without a path");
      }
    }
    Pattern.compile(trustedProxies);
  }
}
