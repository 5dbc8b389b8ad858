package app.chancery.deliverables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes a deliverable as a page for whoever asks for {@code text/html}. */
@Component
@ConditionalOnWebApplication
class DeliverableHtmlConverter extends AbstractHttpMessageConverter<DeliverableView> {

  private final DeliverablePages pages;

  DeliverableHtmlConverter(DeliverablePages pages) {
    super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
    this.pages = pages;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == DeliverableView.class;
  }

  @Override
  protected boolean canRead(MediaType mediaType) {
    return false;
  }

  @Override
  protected DeliverableView readInternal(
      Class<? extends DeliverableView> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("A page cannot be read back", input);
  }

  @Override
  protected void writeInternal(DeliverableView view, HttpOutputMessage output) throws IOException {
    output.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
    output.getBody().write(pages.html(view, true).getBytes(StandardCharsets.UTF_8));
  }
}
