package app.chancery.platform.words;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language that the office speaks to all its readers. English is what the bundle and the forms
 * are written in; of any other language, what its bundles do not have is English.
 *
 * @param language a code of ISO 639-1, for example {@code fr}
 */
@ConfigurationProperties("chancery")
record Language(@DefaultValue("en") String language) {

  Language {
    if (!language.matches("[a-z]{2}")) {
      throw new IllegalArgumentException(
          "chancery.language must be a language's code of two small letters, not '"
              + language
              + "'");
    }
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }
}
