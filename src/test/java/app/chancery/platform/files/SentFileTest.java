package app.chancery.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.TooLarge;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class SentFileTest {

  @Test
  void whatCouldNotBeLookedAtJustNowMayBeSentAgainAndWhatIsRefusedIsNotTheSame() {
    assertThat(SentFile.status(new NotChecked("file", "Not now")))
        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(SentFile.status(new TooLarge("Too large"))).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
    assertThat(SentFile.status(new Conflict("", "Meanwhile"))).isEqualTo(HttpStatus.CONFLICT);
    assertThat(SentFile.status(new Refused("file", "No"))).isEqualTo(HttpStatus.BAD_REQUEST);
  }
}
