package app.chancery.readiness;

import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would the policy make of this dossier? */
@RestController
@RequestMapping("/api/v1/tiering")
@Tag(name = "tiering")
class TieringController {

  private final DossierReader reader;
  private final Tiering tiering;
  private final TransactionTemplate rolledBack;

  TieringController(
      DossierReader reader, Tiering tiering, PlatformTransactionManager transactions) {
    this.reader = reader;
    this.tiering = tiering;
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
    return rolledBack.execute(
        transaction -> {
          // The engine keeps a history of evaluated tables; a preview leaves none.
          transaction.setRollbackOnly();
          return Preview.of(tiering.assess(dossier));
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
