package app.chancery.platform.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request byte by byte, as no well-behaved client sends it. */
final class RawRequest {

  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)");

  private final int port;
  private final String head;

  /**
   * @param headers lines without their ends
   */
  RawRequest(int port, String method, String path, String... headers) {
    this(port, method + " " + path + " HTTP/1.1", List.of(headers));
  }

  /**
   * @param line method, address and version
   * @param headers lines without their ends
   */
  RawRequest(int port, String line, List<String> headers) {
    this.port = port;
    this.head =
        "%s\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n%s\r\n"
            .formatted(line, port, lines(headers));
  }

  /** Sends the head alone, although the head promises a body, and waits for the answer. */
  String answerToHead() {
    return exchange(to -> {});
  }

  /**
   * Sends pieces until the office answers or all are sent.
   *
   * @param size of each piece, in bytes
   */
  String answerToPieces(int pieces, int size) {
    byte[] piece = new byte[size];
    Arrays.fill(piece, (byte) ' ');
    byte[] start = (Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    return exchange(
        to -> {
          for (int sent = 0; sent < pieces; sent++) {
            to.write(start);
            to.write(piece);
            to.write("\r\n".getBytes(StandardCharsets.US_ASCII));
          }
          to.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
  }

  private String exchange(Body body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      OutputStream to = socket.getOutputStream();
      to.write(head.getBytes(StandardCharsets.US_ASCII));
      body.writeTo(to);
      to.flush();
      return answer(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(head, e);
    }
  }

  /** Up to its end; the connection may go on waiting for a body. */
  private static String answer(InputStream connection) throws IOException {
    InputStream from = new BufferedInputStream(connection);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    readTo("\r\n\r\n", from, answer);
    Matcher length = LENGTH.matcher(answer.toString(StandardCharsets.UTF_8));
    if (length.find()) {
      answer.writeBytes(from.readNBytes(Integer.parseInt(length.group(1))));
    } else {
      readTo("\r\n0\r\n\r\n", from, answer);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** Or to the end of the connection. */
  private static void readTo(String end, InputStream from, ByteArrayOutputStream into)
      throws IOException {
    byte[] wanted = end.getBytes(StandardCharsets.US_ASCII);
    byte[] last = new byte[wanted.length];
    while (!Arrays.equals(last, wanted)) {
      int next = from.read();
      if (next < 0) {
        return;
      }
      into.write(next);
      System.arraycopy(last, 1, last, 0, last.length - 1);
      last[last.length - 1] = (byte) next;
    }
  }

  private static String lines(List<String> headers) {
    StringBuilder lines = new StringBuilder();
    headers.forEach(header -> lines.append(header).append("\r\n"));
    return lines.toString();
  }

  private interface Body {
    void writeTo(OutputStream to) throws IOException;
  }
}
