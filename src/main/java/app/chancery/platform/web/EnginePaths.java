package app.chancery.platform.web;

/** The addresses that the engine answers. */
final class EnginePaths {

  private EnginePaths() {}

  static boolean isOne(String path) {
    return path.startsWith("/engine-rest/") || path.startsWith("/camunda/");
  }
}
