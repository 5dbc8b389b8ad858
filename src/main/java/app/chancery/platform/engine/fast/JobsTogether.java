package app.chancery.platform.engine.fast;

import app.chancery.platform.engine.EndsTogether;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's job executor, but timers of {@link EndsTogether} that it finds due at the same time
 * fire several in one transaction. Each timer stays a job of its own: it is locked, shown and, if
 * the transaction fails, tried again by itself.
 */
class JobsTogether extends SpringJobExecutor {

  private final int most;
  private final Supplier<List<EndsTogether>> waits;
  private final Supplier<JdbcClient> db;
  private final OneByOne oneByOne;

  /**
   * @param most so many jobs are done in one transaction, at least 1
   * @param oneByOne is told of each transaction that failed
   */
  JobsTogether(
      int most, Supplier<List<EndsTogether>> waits, Supplier<JdbcClient> db, OneByOne oneByOne) {
    this.oneByOne = oneByOne;
    this.most = most;
    this.waits = waits;
    this.db = db;
    setAcquireJobsCmdFactory(Acquire::new);
  }

  @Override
  public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
    return jobs instanceof Batch batch
        ? new Execute(batch, engine)
        : super.getExecuteJobsRunnable(jobs, engine);
  }

  /** Jobs that are done in one transaction; the engine takes those away that it could not lock. */
  private static final class Batch extends ArrayList<String> {

    private static final long serialVersionUID = 1L;

    private final String activity;

    Batch(String activity, Collection<String> jobs) {
      super(jobs);
      this.activity = activity;
    }
  }

  /** Those of the jobs that may be done together, by the element of the model that waits. */
  private Map<String, List<String>> byWait(List<String> jobs) {
    return db
        .get()
        .sql(
            """
            select job.id_, act_id_ from act_ru_job job
            join act_ru_jobdef def on def.id_ = job.job_def_id_
            where job.id_ in (:jobs) and act_id_ in (:activities)
            """)
        .param("jobs", jobs)
        .param("activities", waits.get().stream().map(EndsTogether::activity).toList())
        .query((row, number) -> Map.entry(row.getString("act_id_"), row.getString("id_")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Puts the acquired jobs together. */
  private final class Acquire extends AcquireJobsCmd {

    Acquire(int jobs) {
      super(JobsTogether.this, jobs);
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
      AcquiredJobs acquired = super.execute(context);
      if (acquired.size() == acquired.getNumberOfJobsAttemptedToAcquire()) {
        // There may be more; by the number of batches the engine would think that it can rest.
        jobWasAdded();
      }
      List<List<String>> batches = acquired.getJobIdBatches();
      // Several jobs of one process instance stay one after the other.
      List<String> single =
          batches.stream().filter(batch -> batch.size() == 1).map(batch -> batch.get(0)).toList();
      if (single.size() > 1) {
        byWait(single).forEach((activity, jobs) -> putTogether(activity, jobs, batches));
      }
      return acquired;
    }

    private void putTogether(String activity, List<String> jobs, List<List<String>> batches) {
      if (jobs.size() == 1) {
        return;
      }
      batches.removeIf(batch -> jobs.contains(batch.get(0)));
      for (int from = 0; from < jobs.size(); from += most) {
        batches.add(new Batch(activity, jobs.subList(from, Math.min(from + most, jobs.size()))));
      }
    }
  }

  /** Does a batch in one transaction and, if that fails, as the engine does: one by one. */
  private final class Execute extends ExecuteJobsRunnable {

    private final Batch batch;

    Execute(Batch batch, ProcessEngineImpl engine) {
      super(batch, engine);
      this.batch = batch;
    }

    @Override
    public void run() {
      List<Runnable> next = new ArrayList<>();
      if (isActive()) {
        try {
          List<String> left = together();
          batch.clear();
          batch.addAll(left);
          if (batch.size() > 1) {
            byWait(left).forEach((activity, jobs) -> next.add(taken(activity, jobs)));
          }
        } catch (RuntimeException | Error e) {
          // It goes wrong again for the one job whose fault it is, and the engine notes it there.
          oneByOne.count(batch.activity, batch.size(), e);
        }
      }
      next.forEach(Runnable::run);
      if (!batch.isEmpty()) {
        super.run();
      }
    }

    /** What several of the jobs go on with may be done together, too. */
    private Runnable taken(String activity, List<String> jobs) {
      batch.removeAll(jobs);
      return new Execute(new Batch(activity, jobs), processEngine);
    }

    /** What came of the jobs and is to be done next. */
    private List<String> together() {
      JobExecutorContext jobContext = new JobExecutorContext();
      Context.setJobExecutorContext(jobContext);
      try {
        processEngine
            .getProcessEngineConfiguration()
            .getCommandExecutorTxRequired()
            .execute(this::execute);
        return jobContext.getCurrentProcessorJobQueue();
      } finally {
        Context.removeJobExecutorContext();
      }
    }

    private Void execute(CommandContext context) {
      Map<String, Optional<String>> programmes = programmes();
      if (programmes.isEmpty()) {
        // Their process instances have ended meanwhile.
        return null;
      }
      ReadAhead.begin(context, db.get(), programmes.keySet());
      List<String> keys = programmes.values().stream().flatMap(Optional::stream).toList();
      waits.get().stream()
          .filter(wait -> wait.activity().equals(batch.activity))
          .forEach(wait -> wait.begin(keys));
      batch.forEach(job -> new ExecuteJobsCmd(job, new JobFailureCollector(job)).execute(context));
      return null;
    }

    /** By process instance; some may have no key. */
    private Map<String, Optional<String>> programmes() {
      return db
          .get()
          .sql(
              """
              select id_, business_key_ from act_ru_execution
              where id_ in (select process_instance_id_ from act_ru_job where id_ in (:jobs))
              """)
          .param("jobs", batch)
          .query(
              (row, number) ->
                  Map.entry(
                      row.getString("id_"), Optional.ofNullable(row.getString("business_key_"))))
          .list()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}
