package app.chancery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody at the other end of an HTTP connection to the office under test. */
public final class Visitor {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What browsers accept when they open a page. */
  private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final URI office;
  private final CookieManager cookies;
  private final HttpClient http;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Visitor(int port) {
    this(port, new CookieManager());
  }

  private Visitor(int port, CookieManager cookies) {
    office = URI.create("http://127.0.0.1:" + port);
    this.cookies = cookies;
    http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Nobody known. */
  public static Visitor stranger(int port) {
    return new Visitor(port);
  }

  /** A program with the account of that person: HTTP Basic with each request. */
  public static Visitor program(int port, String account) {
    return new Visitor(port).with("Authorization", basic(account, "chancery"));
  }

  /** A person in a browser who logged in on the login page. */
  public static Visitor person(int port, String account) {
    return person(port, account, "chancery");
  }

  /** The same with an account that is none of the samples. */
  public static Visitor person(int port, String account, String password) {
    Visitor visitor = new Visitor(port);
    visitor.get("/login");
    HttpResponse<String> answer =
        visitor.postForm("/login", Map.of("username", account, "password", password));
    if (answer.statusCode() != 302 || location(answer).contains("error")) {
      throw new IllegalStateException("The login of " + account + " failed: " + answer);
    }
    return visitor;
  }

  /** The same visitor, with the same cookies, at another node. */
  public Visitor at(int port) {
    Visitor there = new Visitor(port, cookies);
    there.headers.putAll(headers);
    return there;
  }

  /** Sends with whatever is no form the token that protects it. */
  public Visitor withToken() {
    open("/login");
    return with("X-CHANCERY-CSRF", cookie("CHANCERY-CSRF").orElseThrow());
  }

  public static String basic(String account, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Sends that header from now on. */
  public Visitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody(), null);
  }

  /** Opens a page as a browser does. */
  public HttpResponse<String> open(String path) {
    return send(request(path).setHeader("Accept", PAGE).GET().build());
  }

  /** Asks as a browser does what {@link #open} would give. */
  public HttpResponse<String> head(String path) {
    return send(
        request(path)
            .setHeader("Accept", PAGE)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build());
  }

  /** Fetches what is no text. */
  public HttpResponse<byte[]> file(String path) {
    return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  public JsonNode json(String path) {
    return parse(get(path));
  }

  public HttpResponse<String> post(String path, String json) {
    return send("POST", path, HttpRequest.BodyPublishers.ofString(json), "application/json");
  }

  public HttpResponse<String> put(String path, String json) {
    return send("PUT", path, HttpRequest.BodyPublishers.ofString(json), "application/json");
  }

  public HttpResponse<String> delete(String path) {
    return send("DELETE", path, HttpRequest.BodyPublishers.noBody(), null);
  }

  public HttpResponse<String> send(String method, String path, String json) {
    return send(method, path, json, "application/json");
  }

  public HttpResponse<String> send(String method, String path, String body, String type) {
    return send(method, path, HttpRequest.BodyPublishers.ofString(body), type);
  }

  public HttpResponse<String> send(String method, String path, byte[] body, String type) {
    return send(method, path, HttpRequest.BodyPublishers.ofByteArray(body), type);
  }

  /** Sends a form of one of our pages, with the token that protects it. */
  public HttpResponse<String> postForm(String path, Map<String, String> fields) {
    return postForm(
        path,
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  /** The same of fields that are encoded, of which one may stand there several times. */
  public HttpResponse<String> postForm(String path, String fields) {
    String body =
        fields + cookie("CHANCERY-CSRF").map(token -> "&_csrf=" + encode(token)).orElse("");
    return send(
        request(path)
            .setHeader("Accept", PAGE)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Goes where a form led that was refused: the page that says why, asked for anew. */
  public HttpResponse<String> ledBack(HttpResponse<String> refused) {
    if (refused.statusCode() != 303) {
      throw new IllegalStateException("This leads nowhere back: " + refused);
    }
    return open(location(refused));
  }

  /**
   * Opens Tasklist, so that the webapps know this visitor, and sends their token from now on as
   * their pages do.
   */
  public Visitor inTasklist() {
    open("/camunda/app/tasklist/default/");
    return with("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElseThrow());
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  public static JsonNode parse(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("Not JSON: " + answer.body(), e);
    }
  }

  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String type) {
    HttpRequest.Builder request = request(path).method(method, body);
    if (type != null) {
      request.setHeader("Content-Type", type);
    }
    return send(request.build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(office.resolve(path));
    headers.forEach(request::setHeader);
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
