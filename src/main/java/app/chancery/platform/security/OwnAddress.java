package app.chancery.platform.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Requests are taken to be for this office's own address, whatever their {@code Host} says: what
 * makes a link or a redirect of it repeats no host that a caller made up.
 */
class OwnAddress extends ValveBase {

  private static final List<String> FORWARDED =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto",
          "X-Forwarded-Server",
          "X-Forwarded-Ssl");

  private final URI publicUrl;

  /** The address and port of the connection. */
  OwnAddress() {
    this(null);
  }

  /**
   * @param publicUrl with a scheme and a host
   */
  OwnAddress(URI publicUrl) {
    super(true);
    this.publicUrl = publicUrl;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (publicUrl == null) {
      goTo(request, host(request.getLocalAddr()), request.getLocalPort());
    } else {
      boolean secure = publicUrl.getScheme().equals("https");
      int usual = secure ? 443 : 80;
      request.getCoyoteRequest().scheme().setString(publicUrl.getScheme());
      request.setSecure(secure);
      goTo(request, publicUrl.getHost(), publicUrl.getPort() < 0 ? usual : publicUrl.getPort());
    }
    forgetWhatWasForwarded(request.getCoyoteRequest().getMimeHeaders());
    getNext().invoke(request, response);
  }

  /** Whom to believe has been decided: nothing behind this reads these headers again. */
  private static void forgetWhatWasForwarded(MimeHeaders headers) {
    FORWARDED.forEach(headers::removeHeader);
  }

  private static void goTo(Request request, String host, int port) {
    request.getCoyoteRequest().getMimeHeaders().setValue("Host").setString(host + ":" + port);
    request.getCoyoteRequest().serverName().setString(host);
    request.getCoyoteRequest().setServerPort(port);
  }

  private static String host(String address) throws IOException {
    if (InetAddress.getByName(address).isLoopbackAddress()) {
      return "localhost";
    }
    return address.indexOf(':') < 0 ? address : "[" + address + "]";
  }
}
