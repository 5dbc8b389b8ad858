package app.chancery.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The browser of one person among many: it keeps cookies and has no thread of its own. */
final class Browser {

  private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final HttpClient http;
  private final URI office;
  private final String address;
  private final Clicks clicks;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  /**
   * @param http shared by all; it follows no redirect and keeps no cookie
   * @param address of the person's machine, as the proxy tells it
   */
  Browser(HttpClient http, int port, String address, Clicks clicks) {
    this.http = http;
    this.office = URI.create("http://localhost:" + port);
    this.address = address;
    this.clicks = clicks;
  }

  /** What came back. */
  record Answer(int status, String location, String body, HttpResponse<String> all) {

    Document page() {
      return Jsoup.parse(body);
    }
  }

  /** Something went wrong, and was noted; the person goes on with something else. */
  static final class GivenUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    GivenUp(String what) {
      super(what);
    }
  }

  CompletableFuture<Answer> open(String kind, String path) {
    return send(kind, request(path).setHeader("Accept", PAGE).GET(), Set.of(200));
  }

  /**
   * @param expected statuses that are no error
   */
  CompletableFuture<Answer> submit(
      String kind, String path, Map<String, String> fields, Set<Integer> expected) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        kind,
        request(path)
            .setHeader("Accept", PAGE)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body + "&_csrf=" + encode(token()))),
        expected);
  }

  CompletableFuture<Answer> put(
      String kind, String path, String json, Map<String, String> headers, Set<Integer> expected) {
    HttpRequest.Builder request =
        request(path)
            .setHeader("Accept", "application/json")
            .setHeader("Content-Type", "application/json")
            .setHeader("X-CHANCERY-CSRF", token())
            .PUT(BodyPublishers.ofString(json));
    headers.forEach(request::setHeader);
    return send(kind, request, expected);
  }

  private String token() {
    return cookies.getOrDefault("CHANCERY-CSRF", "");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(office.resolve(path)).setHeader("X-Forwarded-For", address);
  }

  private CompletableFuture<Answer> send(
      String kind, HttpRequest.Builder request, Set<Integer> expected) {
    if (!cookies.isEmpty()) {
      request.setHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpRequest built = request.build();
    long began = System.nanoTime();
    return http.sendAsync(built, HttpResponse.BodyHandlers.ofString())
        .handle(
            (answer, failure) -> {
              clicks.took(kind, began);
              if (failure != null) {
                throw givenUp(kind, built, failure.toString());
              }
              answer.headers().allValues("Set-Cookie").forEach(this::keep);
              String location = answer.headers().firstValue("Location").orElse("");
              if (!expected.contains(answer.statusCode()) || location.startsWith("/login")) {
                throw givenUp(
                    kind,
                    built,
                    "%s %s %s".formatted(answer.statusCode(), location, text(answer.body())));
              }
              return new Answer(answer.statusCode(), location, answer.body(), answer);
            });
  }

  private CompletionException givenUp(String kind, HttpRequest request, String what) {
    clicks.wentWrong(kind, "%s %s: %s".formatted(request.method(), request.uri(), what));
    return new CompletionException(new GivenUp(what));
  }

  private static String text(String body) {
    String text = Jsoup.parse(body).text();
    return text.substring(0, Math.min(300, text.length()));
  }

  private void keep(String cookie) {
    String pair = cookie.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    String value = pair.substring(name.length() + 1);
    if (value.isEmpty()) {
      cookies.remove(name);
    } else {
      cookies.put(name, value);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
