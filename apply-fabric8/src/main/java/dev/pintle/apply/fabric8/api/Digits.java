package dev.pintle.apply.fabric8.api;

/** Numbers as servers and users write them: decimal digits and nothing else. */
public final class Digits {

  private Digits() {}

  /** Whether a text has from one to so many digits. */
  public static boolean are(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
