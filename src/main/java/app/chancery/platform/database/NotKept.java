package app.chancery.platform.database;

import app.chancery.platform.refusal.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever wants something kept while the database cannot write, or is away, is told that it was
 * not, on every page and interface alike: whatever was about to answer with a failure answers with
 * 503 instead.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class NotKept extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(NotKept.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Troubles.forget();
    Answer answer = new Answer(response);
    try {
      chain.doFilter(request, answer);
    } catch (ServletException | RuntimeException e) {
      if (Troubles.met().isEmpty() || response.isCommitted()) {
        throw e;
      }
      answer.notKept(Troubles.met().get());
      LOG.error("Not kept: {}", answer.trouble, e);
    } finally {
      Troubles.forget();
    }
    if (answer.trouble != null) {
      answer.trouble.noteIn(request);
      response.reset();
      RequestId.of(request).ifPresent(id -> response.setHeader(RequestId.HEADER, id));
      response.setHeader(HttpHeaders.RETRY_AFTER, answer.trouble.secondsToWait());
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
  }

  /** Swallows what tells of the failure. */
  private static final class Answer extends HttpServletResponseWrapper {

    private Trouble trouble;

    Answer(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setStatus(int status) {
      if (!isOfTrouble(status)) {
        super.setStatus(status);
      }
    }

    @Override
    public void sendError(int status) throws IOException {
      if (!isOfTrouble(status)) {
        super.sendError(status);
      }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      if (!isOfTrouble(status)) {
        super.sendError(status, message);
      }
    }

    @Override
    public void flushBuffer() throws IOException {
      if (trouble == null) {
        super.flushBuffer();
      }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return trouble != null ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      return trouble != null ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
    }

    private boolean isOfTrouble(int status) {
      if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value() && !isCommitted()) {
        Troubles.met().ifPresent(this::notKept);
      }
      return trouble != null;
    }

    private void notKept(Trouble met) {
      if (trouble == null) {
        trouble = met;
      }
    }
  }

  private static final class Nowhere extends ServletOutputStream {

    @Override
    public void write(int oneByte) {
      // Nobody reads it.
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("Answers are not written asynchronously");
    }
  }
}
