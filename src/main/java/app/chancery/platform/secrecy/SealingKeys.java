package app.chancery.platform.secrecy;

import app.chancery.platform.start.CannotStart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of the office: the newest seals, all of them open. */
final class SealingKeys {

  static final String HOW_TO_GIVE =
      "Set CHANCERY_SECRECY_KEYS in the environment to ID:KEY, such as the output of"
          + " echo \"2026:$(openssl rand -base64 32)\", the same on every node, and keep it where"
          + " no backup of the database is: without it nobody reads the interviews again. An office"
          + " that has worked before has a key already: give it that one. Older"
          + " keys follow behind a comma. To try Chancery on your own machine, start it with the"
          + " profile 'local'.";

  private final SealingKey newest;
  private final Map<String, SealingKey> byId;

  private SealingKeys(SealingKey newest, Map<String, SealingKey> byId) {
    this.newest = newest;
    this.byId = byId;
  }

  /**
   * @param written each {@code id:key}, the newest first
   * @throws CannotStart if there is none or one of them cannot be taken
   */
  static SealingKeys read(List<String> written) {
    return of(written.stream().map(SealingKey::read).toList());
  }

  static SealingKeys of(List<SealingKey> keys) {
    if (keys.isEmpty()) {
      throw new CannotStart("Chancery has no key to seal interviews with.", HOW_TO_GIVE);
    }
    Map<String, SealingKey> byId = new LinkedHashMap<>();
    for (SealingKey key : keys) {
      if (byId.values().stream().anyMatch(other -> other.fingerprint().equals(key.fingerprint()))) {
        throw SealingKey.bad("'%s' is the same as another one".formatted(key.id()));
      }
      if (byId.put(key.id(), key) != null) {
        throw SealingKey.bad("there are two of the id '%s'".formatted(key.id()));
      }
    }
    return new SealingKeys(keys.get(0), byId);
  }

  /** What is sealed from now on is sealed with it. */
  SealingKey newest() {
    return newest;
  }

  Optional<SealingKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The newest first. */
  Iterable<SealingKey> all() {
    return byId.values();
  }

  Set<String> ids() {
    return byId.keySet();
  }
}
