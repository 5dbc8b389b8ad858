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
 * A test against the real engine with the real models, delegates and decisions, on a database in
 * memory and a virtual clock. Jobs run only when the test says so. All such tests share one
 * application; after each, the clock is real again and no programme is left.
 */
@Tag("office")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ActiveProfiles("rehearsal")
@Import(WorkList.class)
@ExtendWith(CleanOffice.class)
public @interface OfficeTest {}
