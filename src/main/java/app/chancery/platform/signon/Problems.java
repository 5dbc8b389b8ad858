package app.chancery.platform.signon;

import app.chancery.platform.refusal.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers of the security filters to programs, in the form of RFC 9457. */
public final class Problems {

  private Problems() {}

  /**
   * @param detail a fixed sentence of ours, never a text of the caller's
   */
  public static void write(HttpServletResponse response, int status, String title, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%s,\"detail\":\"%s\",\"requestId\":\"%s\"}"
                .formatted(title, status, detail, RequestId.current().orElse("")));
  }
}
