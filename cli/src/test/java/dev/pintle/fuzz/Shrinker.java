package dev.pintle.fuzz;

import dev.pintle.fuzz.Piece.Derived;
import dev.pintle.fuzz.Piece.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes a text as small as it gets while something stays true of it: takes items out, many at once
 * first, puts the simplest form of a rule in place of what was derived from it, or a smaller part
 * that comes from the same rule.
 */
final class Shrinker {

  private final Grammar grammar;
  private final Predicate<Piece> stillSo;
  private int triesLeft;

  /**
   * Prepares for one text.
   *
   * @param stillSo what must stay true
   * @param tries how often that is asked at most
   */
  Shrinker(Grammar grammar, Predicate<Piece> stillSo, int tries) {
    this.grammar = grammar;
    this.stillSo = stillSo;
    triesLeft = tries;
  }

  /** The smallest text found. */
  Piece shrink(Piece text) {
    Piece smallest = text;
    Piece before;
    do {
      before = smallest;
      smallest = shrinkOnce(smallest);
    } while (smallest != before && triesLeft > 0);
    return smallest;
  }

  /** Goes through the text from the outside in and from its beginning to its end. */
  private Piece shrinkOnce(Piece text) {
    Piece smallest = text;
    int at = 0;
    while (true) {
      List<Piece> pieces = smallest.all().toList();
      if (at >= pieces.size()) {
        return smallest;
      }
      Piece smaller = shrinkAt(smallest, pieces.get(at));
      if (smaller == smallest) {
        at++;
      }
      smallest = smaller;
    }
  }

  private Piece shrinkAt(Piece whole, Piece piece) {
    if (piece instanceof Derived derived) {
      int length = piece.text().length();
      for (Piece candidate : candidates(derived).toList()) {
        if (candidate.text().length() < length && triesLeft > 0) {
          triesLeft--;
          Piece changed = whole.with(piece, candidate);
          if (stillSo.test(changed)) {
            return changed;
          }
        }
      }
    }
    return whole;
  }

  private Stream<Piece> candidates(Derived piece) {
    Stream<Piece> nothing = piece.removable() ? Stream.of(new Words("")) : Stream.empty();
    Stream<Piece> simplest = grammar.simplest(piece.rule()).stream().map(Words::new);
    Stream<Piece> inner =
        piece.parts().stream()
            .flatMap(Piece::all)
            .filter(part -> part instanceof Derived other && other.rule().equals(piece.rule()));
    return Stream.of(nothing, fewerItems(piece), simplest, inner).flatMap(candidates -> candidates);
  }

  /** The same without one half of the items, one quarter, and so on. */
  private static Stream<Piece> fewerItems(Derived piece) {
    List<Piece> items = piece.parts();
    List<Piece> candidates = new ArrayList<>();
    if (piece.isList()) {
      for (int size = items.size(); size > 0; size /= 2) {
        for (int from = 0; from < items.size(); from += size) {
          List<Piece> left = new ArrayList<>(items.subList(0, from));
          left.addAll(items.subList(Math.min(items.size(), from + size), items.size()));
          candidates.add(piece.with(left));
        }
      }
    }
    return candidates.stream();
  }
}
