package app.chancery.diplomacy;

import app.chancery.platform.words.Coded;

/** The kinds of ways to an audience. */
public enum ChannelKind implements Coded {
  REGIONAL_ORGANISATION,
  NEWS_MEDIA,
  SOCIAL_MEDIA,
  DIRECT,
  PARTNER_OR_INFLUENCER;
}
