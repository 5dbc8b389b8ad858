package app.chancery.oversight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Packs as they are kept: JSON beside their review. */
@Component
class Packs {

  private final ReviewRegister register;
  private final ObjectMapper json;

  Packs(ReviewRegister register, ObjectMapper json) {
    this.register = register;
    this.json = json;
  }

  /** Keeps packs, by review. */
  void save(Map<Long, Pack> packs) {
    register.savePacks(
        packs.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, pack -> write(pack.getValue()))));
  }

  private String write(Pack pack) {
    try {
      return json.writeValueAsString(pack);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A pack cannot be written as JSON", e);
    }
  }

  /** The pack of a review; empty if none was prepared. */
  Optional<Pack> find(long review) {
    return register.pack(review).map(this::read);
  }

  /** The packs of those reviews that have one, by review. */
  Map<Long, Pack> of(List<Review> reviews) {
    return register.packs(reviews.stream().map(Review::id).toList()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, pack -> read(pack.getValue())));
  }

  /** The packs of the last quarterly reviews of several programmes, of those before a review. */
  Map<String, Pack> lastOfEach(Collection<String> programmes, long before) {
    return register.lastPacksOfEach(programmes, before).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, last -> read(last.getValue())));
  }

  private Pack read(String pack) {
    try {
      return json.readValue(pack, Pack.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored pack cannot be read", e);
    }
  }
}
