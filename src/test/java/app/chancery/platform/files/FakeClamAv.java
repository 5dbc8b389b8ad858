package app.chancery.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** What a ClamAV daemon is to whoever asks it: it reads what comes, and says one thing. */
public final class FakeClamAv implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final CompletableFuture<byte[]> received = new CompletableFuture<>();
  private final String answer;

  public FakeClamAv(String answer) throws IOException {
    this.answer = answer;
    Thread daemon = new Thread(this::serve, "fake clamd");
    daemon.setDaemon(true);
    daemon.start();
  }

  public String address() {
    return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  byte[] received() {
    return received.join();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        DataInputStream in = new DataInputStream(caller.getInputStream());
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
          throw new IOException("This is no command: " + command);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
          content.write(in.readNBytes(length));
        }
        received.complete(content.toByteArray());
        caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        received.completeExceptionally(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
