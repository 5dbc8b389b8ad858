package app.chancery.platform.security;

import java.net.URI;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Whom the server believes about where a request comes from and where it goes to, before anything
 * else reads it. A proxy passes on the host that its caller named, so that is never believed.
 */
@Component
class FrontDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final FrontDoorSettings settings;

  FrontDoor(FrontDoorSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    if (!settings.trustedProxies().isBlank()) {
      RemoteIpValve forwarded = new RemoteIpValve();
      forwarded.setInternalProxies(settings.trustedProxies());
      forwarded.setRemoteIpHeader("X-Forwarded-For");
      forwarded.setProtocolHeader("X-Forwarded-Proto");
      server.addEngineValves(forwarded);
    }
    server.addEngineValves(
        settings.publicUrl().isBlank()
            ? new OwnAddress()
            : new OwnAddress(URI.create(settings.publicUrl())));
  }
}
