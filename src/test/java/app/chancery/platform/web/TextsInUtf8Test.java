package app.chancery.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** No browser has to guess in which encoding a text is. */
@WebOfficeTest
class TextsInUtf8Test {

  private static final String WEBAPPS = "META-INF/resources/webjars";

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;

  @Test
  void everyTextOfThePagesAndOfTheWebappsSaysThatItIsInUtf8AndIs() {
    List<Routes.Route> routes =
        Routes.all(application).filter(route -> route.method().equals("GET")).toList();
    Visitor admin = Visitor.person(port, "admin");

    List<String> texts =
        Stream.of(
                routes.stream()
                    .map(route -> route.filled("1"))
                    .filter(path -> !path.equals("/logout")),
                files("classpath*:" + WEBAPPS + "/camunda/**", WEBAPPS),
                files("classpath*:META-INF/resources/plugin/**", "META-INF/resources/plugin")
                    .map(
                        path ->
                            "/camunda/api"
                                + path.replaceFirst(
                                    "(/\\w+)/app", "$1/plugin$1Plugins/static/app")),
                files("classpath:static/**", "static"))
            .flatMap(paths -> paths)
            .distinct()
            .filter(path -> isText(path, admin.file(path)))
            .toList();

    assertThat(texts).hasSizeGreaterThan(50).anyMatch(path -> path.endsWith(".js"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | text/html;charset=UTF-8",
        "text/javascript | text/javascript;charset=UTF-8",
        "application/javascript | application/javascript;charset=UTF-8",
        "text/html;charset=utf-16 | text/html;charset=utf-16",
        "application/json | application/json",
        "image/png | image/png",
        "no type | no type",
      })
  void aTypeOfTextThatSaysNothingIsInUtf8(String type, String sent) {
    assertThat(TextsInUtf8.named(type)).isEqualTo(sent);
  }

  /** Whether it is one; if so, it says what it is. */
  private static boolean isText(String path, HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.matches("(?i)text/.*|.*javascript.*")) {
      return false;
    }
    assertThat(type).as(path).containsIgnoringCase("charset=utf-8");
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.body()));
    } catch (CharacterCodingException e) {
      throw new AssertionError(path + " is not in UTF-8", e);
    }
    return true;
  }

  private static Stream<String> files(String pattern, String root) {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
          .filter(Resource::isReadable)
          .map(TextsInUtf8Test::address)
          .map(address -> address.substring(address.lastIndexOf(root) + root.length()))
          .filter(path -> path.matches(".*\\.(js|mjs|css|html|txt|svg|json)"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(Resource file) {
    try {
      return file.getURL().getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
