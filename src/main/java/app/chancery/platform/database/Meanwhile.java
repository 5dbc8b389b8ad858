package app.chancery.platform.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Reads something while who asked reads something else: a database has more than one processor. Of
 * as many requests as there are processors; whoever comes then reads it all one after the other, so
 * that there are connections for everybody.
 */
@Component
public class Meanwhile implements DisposableBean {

  private final ThreadPoolExecutor threads;

  Meanwhile() {
    CustomizableThreadFactory named = new CustomizableThreadFactory("reading-");
    named.setDaemon(true);
    threads =
        new ThreadPoolExecutor(
            0,
            Runtime.getRuntime().availableProcessors(),
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            named,
            // Also while the office stops: what is thrown away would be waited for.
            (reading, pool) -> reading.run());
  }

  /**
   * Begins to read, on a connection of its own and as nobody in particular.
   *
   * @return what was read, as soon as it is; or throws what the reading threw
   */
  public <T> Supplier<T> read(Supplier<T> reading) {
    CompletableFuture<T> read = CompletableFuture.supplyAsync(reading, threads);
    return () -> {
      try {
        return read.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    };
  }

  @Override
  public void destroy() {
    threads.shutdown();
  }
}
