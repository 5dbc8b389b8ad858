package app.chancery.platform.signon;

import app.chancery.platform.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;

/**
 * A session as one request has it. Who logged in, and what the next page is to tell, goes to the
 * database; what a node finds out by itself stays there, and what is of one request ends with it.
 */
final class StoredSession implements Session {

  /** Who it is, for the webapps, with what they may open: {@link WebappsFilter} tells them anew. */
  private static final Set<String> OF_THIS_NODE = Set.of("authenticatedUser");

  private static final Set<String> OF_THIS_REQUEST =
      Set.of(WebappsToken.ATTRIBUTE, WebAttributes.AUTHENTICATION_EXCEPTION);

  /** Whether the provider by which somebody logged in is to be asked again. */
  static final String TO_BE_ASKED = "chancery.provider.toBeAsked";

  private static final String LOGIN =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

  private final Map<String, Object> ofNode;
  private final Map<String, Object> ofRequest = new HashMap<>();
  private final Map<String, Object> kept;
  private final boolean toBeAsked;

  private String id;
  private String storedId;
  private Person person;
  private boolean loggedIn;
  private ProviderSession provider;
  private boolean changed;
  private Instant seenAt = Instant.EPOCH;
  private Duration idle;

  private StoredSession(
      String id,
      String storedId,
      Person person,
      Map<String, Object> kept,
      Map<String, Object> ofNode,
      boolean toBeAsked,
      Duration idle) {
    this.id = id;
    this.storedId = storedId;
    this.person = person;
    this.kept = new HashMap<>(kept);
    this.ofNode = ofNode;
    this.toBeAsked = toBeAsked;
    this.idle = idle;
  }

  static StoredSession begun(Duration idle) {
    return new StoredSession(
        SessionSeal.newId(), null, null, Map.of(), new HashMap<>(), false, idle);
  }

  /**
   * @param endedSessions of the account, as of the login; what else there is to the person is read
   *     with each request ({@link CurrentAccount})
   * @param ofNode of all requests of the session to this node
   * @param toBeAsked whether its provider is to be asked again
   */
  static StoredSession found(
      String id,
      String account,
      long endedSessions,
      Map<String, Object> kept,
      Map<String, Object> ofNode,
      boolean toBeAsked,
      Duration idle) {
    Person then = new Person(account, account, "", List.of(), endedSessions, List.of());
    return new StoredSession(id, id, then, kept, ofNode, toBeAsked, idle);
  }

  /** Under which id it is in the database; empty if it is not there yet. */
  Optional<String> storedId() {
    return Optional.ofNullable(storedId);
  }

  /** Who logged in; empty before the login. */
  Optional<Person> person() {
    return Optional.ofNullable(person);
  }

  /** Whether somebody has logged in with this request. */
  boolean isLogin() {
    return loggedIn;
  }

  /** What there is of the provider by which that was. */
  Optional<ProviderSession> provider() {
    return Optional.ofNullable(provider);
  }

  Map<String, Object> kept() {
    return kept;
  }

  /** Whether the database does not have it as it is. */
  boolean isChanged() {
    return changed;
  }

  /** A request says so before it answers and once more at its end. */
  void isStored() {
    storedId = id;
    loggedIn = false;
    changed = false;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String changeSessionId() {
    id = SessionSeal.newId();
    changed = true;
    return id;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T getAttribute(String name) {
    if (name.equals(LOGIN)) {
      return (T) login();
    }
    if (name.equals(TO_BE_ASKED)) {
      return (T) Boolean.valueOf(toBeAsked);
    }
    return (T) place(name).get(name);
  }

  private SecurityContext login() {
    return person == null ? null : new SecurityContextImpl(EngineSignOn.of(person));
  }

  @Override
  public Set<String> getAttributeNames() {
    Set<String> names = new HashSet<>(kept.keySet());
    names.addAll(ofNode.keySet());
    names.addAll(ofRequest.keySet());
    if (person != null) {
      names.add(LOGIN);
    }
    return names;
  }

  @Override
  public void setAttribute(String name, Object value) {
    if (value == null) {
      removeAttribute(name);
    } else if (name.equals(LOGIN)) {
      logIn(((SecurityContext) value).getAuthentication());
    } else {
      place(name).put(name, value);
      changed |= isKept(name);
    }
  }

  private void logIn(Authentication login) {
    person = (Person) login.getPrincipal();
    provider = login.getDetails() instanceof ProviderSession found ? found : null;
    loggedIn = true;
    changed = true;
  }

  @Override
  public void removeAttribute(String name) {
    if (name.equals(LOGIN)) {
      person = null;
      changed = true;
    } else {
      changed |= place(name).remove(name) != null && isKept(name);
    }
  }

  private Map<String, Object> place(String name) {
    if (OF_THIS_NODE.contains(name)) {
      return ofNode;
    }
    return OF_THIS_REQUEST.contains(name) ? ofRequest : kept;
  }

  private static boolean isKept(String name) {
    return !OF_THIS_NODE.contains(name) && !OF_THIS_REQUEST.contains(name);
  }

  @Override
  public Instant getCreationTime() {
    return seenAt;
  }

  @Override
  public void setLastAccessedTime(Instant moment) {
    seenAt = moment;
  }

  @Override
  public Instant getLastAccessedTime() {
    return seenAt;
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    idle = interval;
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return idle;
  }

  /** The database knows, by its own clock: one that is over is not found. */
  @Override
  public boolean isExpired() {
    return false;
  }
}
