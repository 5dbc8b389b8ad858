package app.chancery.platform.web;

import app.chancery.platform.refusal.TooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A request whose body does not say how long it is: whoever reads it gets the limit's bytes. */
class CountedBody extends HttpServletRequestWrapper {

  private final long most;
  private ServletInputStream counted;

  CountedBody(HttpServletRequest request, long most) {
    super(request);
    this.most = most;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (counted == null) {
      counted = new Counting(super.getInputStream(), most);
    }
    return counted;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    String encoding = getCharacterEncoding();
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }

  private static final class Counting extends ServletInputStream {

    private final ServletInputStream body;
    private final long most;
    private long read;

    Counting(ServletInputStream body, long most) {
      this.body = body;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int bytes = body.read(target, offset, length);
      count(Math.max(0, bytes));
      return bytes;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }

    /**
     * @throws TooLarge when there is more than may be
     */
    private void count(int bytes) {
      read += bytes;
      if (read > most) {
        throw SizeGate.tooLarge(most);
      }
    }
  }
}
