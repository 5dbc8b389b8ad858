package app.chancery.platform.words;

import org.springframework.context.annotation.Configuration;

/** The words are those of the office's language from its start on. */
@Configuration
class WordsConfiguration {

  WordsConfiguration(Language language) {
    Words.speak(language.locale());
    FormWords.speak(language.locale());
    ModelWords.speak(language.locale());
  }
}
