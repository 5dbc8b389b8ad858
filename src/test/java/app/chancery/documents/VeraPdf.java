package app.chancery.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What keeps a PDF out of an archive, or from readers who do not see it. */
public final class VeraPdf {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private VeraPdf() {}

  /**
   * What breaks PDF/A-3a or PDF/UA-1, each clause with what it asks for, once: {@code 3a 6.8-4 The
   * file specification ...}.
   */
  public static List<String> faults(byte[] pdf) {
    return Stream.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)
        .flatMap(standard -> faults(pdf, standard))
        .distinct()
        .toList();
  }

  private static Stream<String> faults(byte[] pdf, PDFAFlavour standard) {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(result.getTotalAssertions()).as("looked at").isGreaterThan(100);
      List<String> faults =
          result.getTestAssertions().stream()
              .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
              .map(
                  each ->
                      "%s %s-%s %s"
                          .formatted(
                              standard.getId(),
                              each.getRuleId().getClause(),
                              each.getRuleId().getTestNumber(),
                              each.getMessage()))
              .toList();
      assertThat(result.isCompliant()).as("%s", faults).isEqualTo(faults.isEmpty());
      return faults.stream();
    } catch (Exception e) {
      throw new IllegalStateException("It cannot be looked at", e);
    }
  }
}
