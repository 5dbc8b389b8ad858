package app.chancery;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who do the same at the same moment, on an embedded database. */
public final class OneBehindAnother {

  private OneBehindAnother() {}

  /**
   * The second one begins when the first one has acted and has not ended yet; that one ends when
   * the second one waits for it, or has ended.
   *
   * @return how the second one failed; null if it did not
   */
  public static Throwable fails(TransactionTemplate transactions, JdbcClient db, Runnable act) {
    CompletableFuture<Void> second =
        transactions.execute(
            first -> {
              act.run();
              CompletableFuture<Void> other = CompletableFuture.runAsync(act);
              HeldBack.await(other, db);
              return other;
            });
    Throwable failure = catchThrowable(second::join);
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }
}
