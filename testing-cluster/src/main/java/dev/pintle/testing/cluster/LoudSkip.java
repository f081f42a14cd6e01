package dev.pintle.testing.cluster;

/** Says on the console that tests are skipped: a skip that nobody notices is a lie. */
final class LoudSkip {

  private LoudSkip() {}

  /**
   * Says it.
   *
   * @param what the tests
   * @param remedy what to do to run them
   */
  @SuppressWarnings("PMD.SystemPrintln") // a build's console is where this is read
  static void say(String what, String remedy) {
    System.err.printf("%n*** SKIPPED: %s.%n*** To run them, %s.%n%n", what, remedy);
  }
}
