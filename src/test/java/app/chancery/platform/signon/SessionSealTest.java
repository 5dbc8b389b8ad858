package app.chancery.platform.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.FlashMap;

class SessionSealTest {

  private final SessionSeal seal = new SessionSeal(SessionSeal.newId());

  @Test
  void whatWasClosedWithAnIdIsOpenedWithIt() throws Exception {
    FlashMap flash = new FlashMap();
    flash.setTargetRequestPath("/work");
    flash.addTargetRequestParam("a", "b");
    flash.putAll(Map.of("done", true, "text", "Grüße", "each", List.of("one")));
    Map<String, Object> kept = Map.of("flash", new CopyOnWriteArrayList<>(List.of(flash)));

    assertThat(seal.opened(seal.closed(kept))).isEqualTo(kept);
  }

  @Test
  void nothingOfItIsReadWithoutTheId() {
    byte[] sealed = seal.closed(Map.of("text", "What was typed"));

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("typed", "text");
    assertThatThrownBy(() -> new SessionSeal(SessionSeal.newId()).opened(sealed))
        .isInstanceOf(SessionSeal.Unreadable.class);
    sealed[sealed.length / 2] ^= 1;
    assertThatThrownBy(() -> seal.opened(sealed)).isInstanceOf(SessionSeal.Unreadable.class);
    assertThatThrownBy(() -> seal.opened(new byte[0])).isInstanceOf(SessionSeal.Unreadable.class);
  }

  @Test
  void nothingIsMadeOfARowButWhatIsPutIntoOne() throws Exception {
    Object other = new java.io.File("other");

    assertThatThrownBy(() -> seal.closed(Map.of("other", other)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("other");
    // Somebody who knows the id, and can write the table.
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(written)) {
      out.writeObject(new ArrayList<>(List.of(other)));
    }
    assertThatThrownBy(() -> seal.opened(seal.sealed(written.toByteArray())))
        .isInstanceOf(SessionSeal.Unreadable.class)
        .hasRootCauseInstanceOf(java.io.InvalidClassException.class);
  }

  @Test
  void eachUseOfAnIdHasASecretOfItsOwn() {
    String id = SessionSeal.newId();
    SessionSeal same = new SessionSeal(id);

    assertThat(List.of(id, same.row(), same.webappsToken())).doesNotHaveDuplicates();
    assertThat(new SessionSeal(id).row()).isEqualTo(same.row()).isNotEqualTo(seal.row());
  }

  @Test
  void whatABrowserSendsIsAnIdOrNone() {
    assertThat(SessionSeal.isId(SessionSeal.newId())).isTrue();
    assertThat(List.of("", "x", "A".repeat(42), "A".repeat(44), "=".repeat(43)))
        .noneMatch(SessionSeal::isId);
  }
}
