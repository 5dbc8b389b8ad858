package app.chancery.platform.security;

import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import io.swagger.v3.oas.annotations.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ends the sessions of an account; for administrators only, as {@link WebSecurity} has it. */
@RestController
class SessionsController {

  private static final Logger LOG = LoggerFactory.getLogger(SessionsController.class);

  private final AccountRecords records;

  SessionsController(AccountRecords records) {
    this.records = records;
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
    LOG.info("The sessions of '{}' were ended by '{}'.", account, administrator.getName());
  }
}
