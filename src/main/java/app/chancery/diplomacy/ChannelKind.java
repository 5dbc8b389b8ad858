package app.chancery.diplomacy;

/** The kinds of ways to an audience. */
public enum ChannelKind {
  REGIONAL_ORGANISATION("regional organisation"),
  NEWS_MEDIA("news media"),
  SOCIAL_MEDIA("social media"),
  DIRECT("direct"),
  PARTNER_OR_INFLUENCER("partner or influencer");

  private final String word;

  ChannelKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** So that a refusal lists the words of the form. */
  @Override
  public String toString() {
    return word;
  }
}
