package app.chancery;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A line to a server that can be cut, or fall silent, and be mended. */
public final class CutLine implements AutoCloseable {

  private final int server;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private ServerSocket entrance;
  private volatile CountDownLatch speaking = new CountDownLatch(0);

  /**
   * @param server its port on this machine
   */
  public CutLine(int server) {
    this.server = server;
    this.port = listen(0);
  }

  public int port() {
    return port;
  }

  /** As if the server were stopped: connections end, and new ones are refused. */
  public void cut() {
    close();
  }

  /** As if the server were suspended, or a cable pulled: nothing ends, and nobody answers. */
  public void fallSilent() {
    speaking = new CountDownLatch(1);
  }

  /** All as before, for new connections. */
  public void mend() {
    close();
    speaking.countDown();
    // Meanwhile the port may be anybody's for a moment.
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> listen(port) == port);
  }

  @Override
  public void close() {
    try {
      entrance.close();
      for (Closeable each : open) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.clear();
  }

  private int listen(int wanted) {
    try {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      entrance = listening;
      inBackground(() -> accept(listening));
      return listening.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket listening) throws IOException {
    while (true) {
      Socket caller = listening.accept();
      Socket called = new Socket(InetAddress.getLoopbackAddress(), server);
      open.add(caller);
      open.add(called);
      inBackground(() -> pass(caller, called));
      inBackground(() -> pass(called, caller));
    }
  }

  private void pass(Socket from, Socket to) throws IOException {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] some = new byte[8192];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        speaking.await();
        out.write(some, 0, read);
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                // The line was cut, or one of both ends has closed it.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException;
  }
}
