package app.chancery.platform.jar;

/** Classes to be put into jars. */
class InJars {

  static class First {}

  static class Second {}
}
