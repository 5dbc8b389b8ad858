package app.chancery.platform.export;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where what a page lists is found as a file: whatever the page was asked for, but all pages of it,
 * whichever way they are shown.
 *
 * @param csv as {@link Table#CSV}
 * @param xlsx as {@link Table#XLSX}
 */
public record TableAddresses(String csv, String xlsx) {

  /**
   * Of the page that is being asked for.
   *
   * @param call what answers with the list, and knows the parameters of the page
   */
  public static TableAddresses at(String call) {
    return new TableAddresses(address(call, "csv"), address(call, "xlsx"));
  }

  /** Of a page that answers with its list itself. */
  public static TableAddresses ofThisPage() {
    return at(ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath());
  }

  /**
   * Of a list that is not what the page was asked for.
   *
   * @param call with its parameters, if it has any
   */
  public static TableAddresses of(String call) {
    String asked = call + (call.contains("?") ? "&" : "?") + "format=";
    return new TableAddresses(asked + "csv", asked + "xlsx");
  }

  private static String address(String call, String format) {
    return call
        + "?"
        + ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("page")
            .replaceQueryParam("view")
            .replaceQueryParam("format", format)
            .build()
            .getQuery();
  }
}
