package dev.pintle.fuzz;

/**
 * Repeats parts of a text: {@code ⟦1000|a№,⟧} is {@code a0,a1,…}. Such parts may be in each other.
 * {@code ␛} is an escape, {@code ␀} a null character. So the grammar of hostile charts can say what
 * would fill a disk.
 */
final class HostileText {

  /** Of one file. More than any limit for strangers takes, and little enough for a small heap. */
  private static final int LONGEST = 3_000_000;

  private final String form;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private HostileText(String form) {
    this.form = form;
  }

  /** The text that a form stands for, cut where it is too long. */
  static String of(String form) {
    HostileText text = new HostileText(form);
    text.append(0, false);
    return text.out.toString().replace('␛', '\u001B').replace('␀', '\0');
  }

  /** Appends what stands up to the end of the part, or of the form. */
  private void append(int number, boolean inPart) {
    while (at < form.length() && out.length() < LONGEST) {
      char c = form.charAt(at++);
      if (c == '⟧' && inPart) {
        return;
      } else if (c == '⟦') {
        repeat();
      } else if (c == '№') {
        out.append(number);
      } else {
        out.append(c);
      }
    }
  }

  private void repeat() {
    int bar = form.indexOf('|', at);
    int times = Integer.parseInt(form.substring(at, bar));
    for (int i = 0; i < times && out.length() < LONGEST; i++) {
      at = bar + 1;
      append(i, true);
    }
    at = bar + 1;
    skipPart();
  }

  private void skipPart() {
    int open = 1;
    while (open > 0 && at < form.length()) {
      char c = form.charAt(at++);
      open += c == '⟦' ? 1 : c == '⟧' ? -1 : 0;
    }
  }
}
