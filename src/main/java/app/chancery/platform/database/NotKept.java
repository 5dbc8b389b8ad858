package app.chancery.platform.database;

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
 * Whoever wants something kept while the database cannot write is told that it was not, on every
 * page and interface alike: whatever was about to answer with a failure answers with 503 instead.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotKept extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(NotKept.class);

  private static final String SECONDS_TO_WAIT = "30";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    WriteFailures.forget();
    Answer answer = new Answer(response);
    try {
      chain.doFilter(request, answer);
    } catch (ServletException | RuntimeException e) {
      if (!WriteFailures.met() || response.isCommitted()) {
        throw e;
      }
      LOG.error("The database cannot write", e);
      answer.notKept = true;
    } finally {
      WriteFailures.forget();
    }
    if (answer.notKept) {
      response.reset();
      response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
  }

  /** Swallows what tells of a failure to write. */
  private static final class Answer extends HttpServletResponseWrapper {

    private boolean notKept;

    Answer(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setStatus(int status) {
      if (!isOfAWriteFailure(status)) {
        super.setStatus(status);
      }
    }

    @Override
    public void sendError(int status) throws IOException {
      if (!isOfAWriteFailure(status)) {
        super.sendError(status);
      }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      if (!isOfAWriteFailure(status)) {
        super.sendError(status, message);
      }
    }

    @Override
    public void flushBuffer() throws IOException {
      if (!notKept) {
        super.flushBuffer();
      }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return notKept ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      return notKept ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
    }

    private boolean isOfAWriteFailure(int status) {
      notKept |=
          status >= HttpStatus.INTERNAL_SERVER_ERROR.value()
              && WriteFailures.met()
              && !isCommitted();
      return notKept;
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
