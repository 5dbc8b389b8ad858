package app.chancery.rehearsal.commandline;

import app.chancery.forecast.Forecast;
import app.chancery.forecast.ForecastAnswer;
import app.chancery.forecast.Forecasts;
import app.chancery.forecast.StageForecast;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import org.springframework.stereotype.Component;

/** The command {@code forecast}: when the coming stages of a programme could be reached. */
@Component
class ForecastOfProgramme {

  private final Programmes programmes;
  private final Forecasts forecasts;
  private final ObjectMapper json;

  ForecastOfProgramme(Programmes programmes, Forecasts forecasts, ObjectMapper json) {
    this.programmes = programmes;
    this.forecasts = forecasts;
    this.json = json;
  }

  /**
   * @param asked the key of the programme, or the code or name of its candidate
   * @param asJson as REST answers, in one line
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws app.chancery.platform.refusal.Refused if more than one may be meant
   */
  void print(String asked, boolean asJson, PrintStream out) {
    Programme programme = programmes.meant(asked, "programme");
    Forecast forecast = forecasts.of(programme.key());
    if (asJson) {
      out.println(line(ForecastAnswer.of(forecast)));
    } else {
      out.println(
          Words.of("forecast.told").formatted(programme.called(), Dates.words(forecast.asOf())));
      if (forecast.stages().isEmpty()) {
        out.println("  " + Words.of("forecast.none"));
      }
      forecast.stages().forEach(each -> out.println("  " + sentence(each)));
    }
    out.flush();
  }

  private static String sentence(StageForecast stage) {
    return Words.of("forecast.stage")
        .formatted(
            stage.stage().word(),
            Dates.words(stage.p10()),
            Dates.words(stage.p50()),
            Dates.words(stage.p90()),
            stage.basis() + (stage.few() ? Words.of("forecast.few") : ""));
  }

  private String line(ForecastAnswer answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
