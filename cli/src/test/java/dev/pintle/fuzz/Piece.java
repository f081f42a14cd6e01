package dev.pintle.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A text together with how it was derived from a {@link Grammar}, so that parts of it can be taken
 * out or exchanged without the rest falling apart. Immutable.
 */
sealed interface Piece {

  /** Text that stands in the grammar as it is. */
  record Words(String text) implements Piece {}

  /**
   * What was derived from a rule.
   *
   * @param rule the rule's name
   * @param removable true if nothing may stand in its place
   */
  record Derived(String rule, boolean removable, List<Piece> parts) implements Piece {
    public Derived {
      parts = List.copyOf(parts);
    }

    /** The same with other parts. */
    Derived with(List<Piece> others) {
      return new Derived(rule, removable, others);
    }

    /** This without the pieces in it that are so. */
    Derived without(Predicate<Derived> unwanted) {
      List<Piece> left = new ArrayList<>();
      for (Piece part : parts) {
        if (!(part instanceof Derived inner)) {
          left.add(part);
        } else if (!unwanted.test(inner)) {
          left.add(inner.without(unwanted));
        }
      }
      return with(left);
    }

    /** True if the parts are what was derived from one rule again and again. */
    boolean isList() {
      return rule.endsWith("*");
    }
  }

  /** The text, with the lines of each piece indented as far as the line it begins on. */
  default String text() {
    Lines lines = new Lines();
    lines.append(this, "");
    return lines.toString();
  }

  /** This piece and those in it, the outer ones first. */
  default Stream<Piece> all() {
    return this instanceof Derived derived
        ? Stream.concat(Stream.of(this), derived.parts().stream().flatMap(Piece::all))
        : Stream.of(this);
  }

  /** This piece with another in place of one of its pieces. */
  default Piece with(Piece old, Piece other) {
    if (this == old) {
      return other;
    }
    return this instanceof Derived derived
        ? derived.with(derived.parts().stream().map(part -> part.with(old, other)).toList())
        : this;
  }

  /** Text in the making. */
  final class Lines {
    private final StringBuilder text = new StringBuilder();

    private void append(Piece piece, String indent) {
      if (piece instanceof Words words) {
        append(words.text(), indent);
      } else if (piece instanceof Derived derived) {
        String inner = indentHere(indent);
        int before = text.length();
        derived.parts().forEach(part -> append(part, inner));
        if (derived.isList() && text.length() == before) {
          dropBlanks(); // Else the line of a missing list would indent what follows.
        }
      }
    }

    private void append(String words, String indent) {
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (c != '\n' && c != '\r' && isLineStart()) {
          text.append(indent);
        }
        text.append(c);
      }
    }

    private boolean isLineStart() {
      return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private void dropBlanks() {
      int start = text.lastIndexOf("\n") + 1;
      if (text.substring(start).isBlank()) {
        text.setLength(start);
      }
    }

    private String indentHere(String outer) {
      if (isLineStart()) {
        return outer;
      }
      int start = text.lastIndexOf("\n") + 1;
      int end = start;
      while (end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
