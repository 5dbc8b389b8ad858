package app.chancery.platform.signon;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.ProviderLinks;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import io.swagger.v3.oas.annotations.Operation;
import org.camunda.bpm.engine.EntityTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who may be here, for administrators only, as {@link app.chancery.platform.security.AccessTable}
 * has it.
 */
@RestController
class SessionsController {

  private static final Logger LOG = LoggerFactory.getLogger(SessionsController.class);

  private final AccountRecords records;
  private final ProviderLinks links;
  private final Audit audit;

  SessionsController(AccountRecords records, ProviderLinks links, Audit audit) {
    this.records = records;
    this.links = links;
    this.audit = audit;
  }

  @DeleteMapping("/api/v1/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Ends every session of an account",
      description =
          "For administrators. Whoever uses the account must log in again. Other nodes follow"
              + " within seconds. Programs, which have no session, are stopped by another password.")
  void end(@RequestParam String account, Authentication administrator) {
    records.now(account).orElseThrow(() -> new NotFound(Words.of("none.account")));
    records.endSessions(account);
    records.forget();
    audit.record(Act.SESSIONS_ENDED, null, account, null, null);
    LOG.info("The sessions of '{}' were ended by '{}'.", account, administrator.getName());
  }

  @DeleteMapping("/api/v1/closed-accounts")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Lets in again who logged in by a provider and whose account was deleted",
      description =
          "For administrators. Whoever had the account gets a new one at their next login, as long"
              + " as the provider gives them a role; nothing of the old one is theirs.")
  void reopen(@RequestParam String account, Authentication administrator) {
    if (links.reopen(account) == 0) {
      throw new NotFound(Words.of("none.closedAccount"));
    }
    audit.record(Act.ADMINISTRATION, null, EntityTypes.USER, "Reopen userId=" + account, null);
    LOG.info("The account '{}' was opened again by '{}'.", account, administrator.getName());
  }
}
