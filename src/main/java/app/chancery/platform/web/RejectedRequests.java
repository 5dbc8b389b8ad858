package app.chancery.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Tells what the firewall of Spring Security rejects. What is wrong with the address is told by
 * {@link ErrorAnswers}; a method that is none is still none on the way there, and is told here.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RejectedRequests implements RequestRejectedHandler {

  private final BareRefusal refusal;

  RejectedRequests(BareRefusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      refusal.write(
          HttpStatus.valueOf(response.getStatus()), request, response, response::getWriter);
    } else {
      response.sendError(HttpStatus.BAD_REQUEST.value());
    }
  }
}
