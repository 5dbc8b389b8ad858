package app.chancery.forecast;

import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.time.LocalDate;

/**
 * When a coming stage could be reached, if every decision is favourable.
 *
 * @param p10 the day by which 10 per cent of like cases reached it: early
 * @param p50 the day by which half of them did
 * @param p90 the day by which 90 per cent of them did: late
 * @param cases how many like cases there are that may still tell something
 * @param reference which cases they are
 * @param few whether these are fewer than the policy asks for
 * @param longer whether the programme has taken longer already than every case, so that what is
 *     left is counted as from the beginning
 * @param notBefore the day that a plan or a deadline keeps the stage from coming earlier; null if
 *     none does
 */
public record StageForecast(
    Stage stage,
    LocalDate p10,
    LocalDate p50,
    LocalDate p90,
    int cases,
    Reference reference,
    boolean few,
    boolean longer,
    LocalDate notBefore) {

  /** What it rests on, as people read it: which cases and how many, and what bounds it. */
  public String basis() {
    StringBuilder basis =
        new StringBuilder(
            reference == Reference.DEADLINE
                ? reference.word()
                : Words.counted("forecast.cases", cases, reference.word()));
    if (longer) {
      basis.append(Words.of("forecast.longer"));
    }
    if (notBefore != null) {
      basis.append(Words.of("forecast.notBefore").formatted(Dates.words(notBefore)));
    }
    return basis.toString();
  }
}
