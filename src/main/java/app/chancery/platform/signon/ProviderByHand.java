package app.chancery.platform.signon;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * What Spring Boot would set up for OAuth 2 by itself is left out before it is looked at: {@link
 * ProviderConfiguration} does so under its profile, and without it no start pays for it.
 */
class ProviderByHand implements AutoConfigurationImportFilter {

  private static final String OF_BOOT = "org.springframework.boot.autoconfigure.security.oauth2.";

  @Override
  public boolean[] match(String[] candidates, AutoConfigurationMetadata metadata) {
    boolean[] taken = new boolean[candidates.length];
    for (int each = 0; each < candidates.length; each++) {
      taken[each] = candidates[each] == null || !candidates[each].startsWith(OF_BOOT);
    }
    return taken;
  }
}
