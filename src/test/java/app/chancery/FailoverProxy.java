package app.chancery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes requests on as the proxy of docker-compose.yml does: each by a connection of its own to
 * the first node that is ready and takes one; what reads only and got no answer goes to the next
 * one as well, and whoever sent something else is told that there was none.
 */
public final class FailoverProxy implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
  private static final Pattern CONNECTION = Pattern.compile("(?i)\r\nConnection:[^\r]*");
  private static final String NO_ANSWER =
      "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private static final byte[] READY =
      "GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final List<Integer> nodes = new CopyOnWriteArrayList<>();
  private final Map<Integer, Long> ready = new ConcurrentHashMap<>();
  private final AtomicInteger passed = new AtomicInteger();
  private volatile Duration askedEvery = Duration.ZERO;
  private final ServerSocket entrance;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public FailoverProxy() {
    try {
      entrance = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::listen);
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /**
   * @param ports of the nodes; the first that takes connections is asked
   */
  void passTo(Integer... ports) {
    nodes.clear();
    nodes.addAll(List.of(ports));
  }

  /**
   * @param ports of the nodes; each request goes to the next one, and whether that is ready is
   *     asked every two seconds
   */
  public void passInTurn(Integer... ports) {
    askedEvery = Duration.ofSeconds(2);
    passTo(ports);
  }

  private void listen() {
    while (!entrance.isClosed()) {
      try {
        Socket caller = entrance.accept();
        threads.execute(() -> pass(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket caller) {
    try (caller) {
      byte[] request = request(caller.getInputStream());
      if (request.length > 0) {
        caller.getOutputStream().write(answer(request));
      }
    } catch (IOException callerIsGone) {
      // Nobody waits for the answer.
    }
  }

  private byte[] answer(byte[] request) {
    boolean reads = request[0] == 'G' || request[0] == 'H';
    for (int port : inTurn()) {
      try {
        if (!isReady(port)) {
          continue;
        }
        byte[] answer = asked(port, request);
        if (answer.length > 0) {
          return answer;
        }
        if (!reads) {
          break;
        }
      } catch (IOException noConnection) {
        // The next one.
      }
    }
    return NO_ANSWER.getBytes(StandardCharsets.US_ASCII);
  }

  private List<Integer> inTurn() {
    List<Integer> inTurn = new ArrayList<>(nodes);
    if (!askedEvery.isZero()) {
      Collections.rotate(inTurn, passed.getAndIncrement());
    }
    return inTurn;
  }

  private static byte[] asked(int port, byte[] request) throws IOException {
    try (Socket node = to(port)) {
      return answer(node, request);
    }
  }

  private boolean isReady(int port) throws IOException {
    Long known = ready.get(port);
    if (known != null && System.nanoTime() - known < askedEvery.toNanos()) {
      return true;
    }
    // Meanwhile the others go by what was known; a proxy asks beside them, too.
    ready.computeIfPresent(port, (same, before) -> System.nanoTime());
    boolean isReady = false;
    try (Socket node = to(port)) {
      isReady = new String(answer(node, READY), StandardCharsets.US_ASCII).contains(" 200 ");
      return isReady;
    } finally {
      if (isReady) {
        ready.put(port, System.nanoTime());
      } else {
        ready.remove(port);
      }
    }
  }

  private static Socket to(int port) throws IOException {
    return new Socket(InetAddress.getByName("127.0.0.1"), port);
  }

  /** Empty if there was none, or half of one. */
  private static byte[] answer(Socket node, byte[] request) {
    try {
      node.getOutputStream().write(request);
      return node.getInputStream().readAllBytes();
    } catch (IOException killed) {
      return new byte[0];
    }
  }

  private static byte[] request(InputStream from) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = from.read();
      if (next < 0) {
        return new byte[0];
      }
      head.write(next);
      text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
    }
    Matcher length = LENGTH.matcher(text);
    byte[] body = from.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    String once = CONNECTION.matcher(text).replaceAll("");
    request.writeBytes(
        (once.substring(0, once.length() - 2) + "Connection: close\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
