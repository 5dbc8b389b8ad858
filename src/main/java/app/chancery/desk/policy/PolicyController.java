package app.chancery.desk.policy;

import app.chancery.desk.policy.Trial.Status;
import app.chancery.platform.export.Table;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who would move by an edited policy table, for programs and as a file. */
@RestController
@RequestMapping("/api/v1/policy/moves")
@Tag(name = "tiering")
class PolicyController {

  private final TrialRegister register;

  PolicyController(TrialRegister register) {
    this.register = register;
  }

  /**
   * @param up whether it would rise
   * @param onRecord null until step 2 has settled the tier
   */
  record Move(
      String programme,
      boolean ended,
      boolean up,
      Tier onRecord,
      Tier before,
      Tier after,
      int pointsBefore,
      int pointsAfter,
      List<String> why) {

    static Move of(Movement move) {
      return new Move(
          move.programme(),
          move.ended(),
          move.isUp(),
          move.tierOnRecord(),
          move.before(),
          move.after(),
          move.pointsBefore(),
          move.pointsAfter(),
          move.why());
    }
  }

  @GetMapping
  @Operation(
      summary = "The programmes that an edited policy table would move",
      description =
          "Of a trial by its number, as on its page; of the last one that was done, if none is"
              + " named. Those that have ended come last.")
  List<Move> moves(@RequestParam(required = false) Long trial) {
    return found(trial);
  }

  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(@RequestParam(required = false) Long trial) {
    return Table.of("policy-moves", Move.class, found(trial));
  }

  /** Of one that goes on still, or broke a rule, an empty list would read as if nobody moved. */
  private long done(long id) {
    Trial trial = register.get(id);
    if (trial.status() != Status.DONE) {
      throw new Conflict("trial", Words.of("policyTrial.noMoves").formatted(trial.status().word()));
    }
    return id;
  }

  private List<Move> found(Long trial) {
    return (trial == null ? register.lastDone().map(Trial::id) : Optional.of(done(trial)))
        .map(id -> register.moves(id, Integer.MAX_VALUE)).orElse(List.of()).stream()
            .map(Move::of)
            .toList();
  }
}
