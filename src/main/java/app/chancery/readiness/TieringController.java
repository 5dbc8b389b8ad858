package app.chancery.readiness;

import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would the policy make of this dossier, and what would change it? */
@RestController
@RequestMapping("/api/v1/tiering")
@Tag(name = "tiering")
class TieringController {

  private final DossierReader reader;
  private final Tiering tiering;
  private final Moves moves;
  private final TransactionTemplate rolledBack;

  TieringController(
      DossierReader reader, Tiering tiering, Moves moves, PlatformTransactionManager transactions) {
    this.reader = reader;
    this.tiering = tiering;
    this.moves = moves;
    this.rolledBack = new TransactionTemplate(transactions);
  }

  @PostMapping("/preview")
  @Operation(
      summary = "Assesses a dossier by the policy tables in force; nothing is stored",
      description =
          "A dossier in; tier, scores, caps, package template and instruments out. A bad dossier is"
              + " refused with every bad field named.")
  Preview preview(@RequestBody JsonNode body) {
    Dossier dossier = reader.read(body);
    return withoutTrace(() -> Preview.of(tiering.assess(dossier)));
  }

  @PostMapping("/moves")
  @Operation(
      summary = "What would raise the tier of a dossier, and what would lose it; nothing is stored",
      description =
          "A dossier in; its tier, and the smallest change of each indicator that alone raises (or"
              + " loses) it. Where none does alone, the cheapest change of each two that do together,"
              + " the cheapest first. In steps of the precision of each figure (docs/policy.md); from"
              + " is null for a figure that the dossier does not have, and the same as to for one that"
              + " only needs to be measured anew. A bad dossier is refused with every bad field named.")
  MovesAnswer moves(@RequestBody JsonNode body) {
    Dossier dossier = reader.read(body);
    return withoutTrace(() -> MovesAnswer.of(moves.of(dossier)));
  }

  /** The engine keeps a history of evaluated tables; a question leaves none. */
  private <T> T withoutTrace(Supplier<T> question) {
    return rolledBack.execute(
        transaction -> {
          transaction.setRollbackOnly();
          return question.get();
        });
  }

  record Preview(
      Tier tier,
      Scores scores,
      List<Cap> caps,
      @JsonProperty("package") PackageTemplate offer,
      List<InstrumentOffer> instruments) {

    static Preview of(Assessment assessment) {
      return new Preview(
          assessment.tier(),
          assessment.scores(),
          assessment.caps(),
          assessment.offer(),
          assessment.instruments());
    }
  }
}
