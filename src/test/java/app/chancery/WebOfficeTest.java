package app.chancery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test against the whole web application over real HTTP: the profile {@code local} with its
 * accounts, on a database in memory, jobs only when the test runs them. All such tests share one
 * application; after each, no programme is left. Callers are {@link Visitor}s.
 */
@Tag("web")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:web-office;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.enabled=false",
      "chancery.sample-portfolio=false",
      // What is tried is tried to its end.
      "chancery.policy.wait-for=PT10M",
      // So that a visitor can come from another address.
      "chancery.trusted-proxies=127\\.0\\.0\\.1",
      "chancery.outcomes.recount-after=PT0S",
      "chancery.mail.look-every=PT0S",
      "chancery.audit.look-every=PT0S",
      "chancery.database.checked-every=PT0S",
      // Jobs that are due by the time of day.
      "chancery.history.window-from=",
      "chancery.watching.recount-after=PT0S"
    })
@ActiveProfiles("local")
@Import(WorkList.class)
@ExtendWith(CleanOffice.class)
public @interface WebOfficeTest {}
