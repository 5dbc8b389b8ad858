package app.chancery.platform.files;

import app.chancery.platform.refusal.Refused;

/** Nobody could look whether a file is harmful (HTTP 503). */
public class NotChecked extends Refused {

  NotChecked(String field, String message) {
    super(field, message);
  }
}
