package app.chancery.platform.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
    if (!publicUrl.isBlank() && !isHost(publicUrl)) {
      throw new IllegalArgumentException(
          "chancery.public-url must be http:// or https:// and a host, without a path");
    }
    try {
      Pattern.compile(trustedProxies);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "chancery.trusted-proxies is no regular expression (%s), as 10\\.0\\.0\\.7 is one for one address"
              .formatted(e.getDescription()));
    }
  }

  private static boolean isHost(String address) {
    try {
      URI url = new URI(address);
      return Set.of("http", "https").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null
          && Set.of("", "/").contains(url.getPath())
          && url.getQuery() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
