package dev.pintle.fuzz;

import dev.pintle.fuzz.Grammar.Alternative;
import dev.pintle.fuzz.Grammar.Hole;
import dev.pintle.fuzz.Grammar.Part;
import dev.pintle.fuzz.Grammar.Text;
import dev.pintle.fuzz.Piece.Derived;
import dev.pintle.fuzz.Piece.Words;
import java.util.ArrayList;
import java.util.List;

/** Derives one random text from a grammar. */
final class Deriver {

  /** How often in a hundred an argument is of a kind that the function does not want. */
  private static final int UNFIT_ARGUMENTS = 5;

  /** How often in a hundred the last argument comes through a pipe. */
  private static final int PIPED_ARGUMENTS = 25;

  private final Grammar grammar;
  private final Dice dice;
  private int numbers;

  Deriver(Grammar grammar, Dice dice) {
    this.grammar = grammar;
    this.dice = dice;
  }

  /**
   * Derives a text.
   *
   * @param depth through how many rules at most, where the grammar lets it end
   */
  Derived derive(String rule, int depth) {
    return derive(rule, false, false, depth);
  }

  private Derived derive(String rule, boolean removable, boolean argument, int depth) {
    Alternative alternative = choose(rule, depth);
    numbers++;
    Words number = new Words(Integer.toString(numbers));
    List<Piece> parts = new ArrayList<>();
    for (Part part : inOrder(alternative)) {
      if (part instanceof Hole hole) {
        boolean inner = argument && alternative.parts().size() == 1;
        parts.add(hole.isNumber() ? number : fill(hole, inner, depth - 1));
      } else if (part instanceof Text text) {
        parts.add(new Words(text.text()));
      }
    }
    if (argument && alternative.call()) {
      parts.add(0, new Words("("));
      parts.add(new Words(")"));
    }
    return new Derived(rule, removable, parts);
  }

  private Alternative choose(String rule, int depth) {
    List<Alternative> all = grammar.alternatives(rule);
    int lowest = all.stream().mapToInt(grammar::height).min().orElseThrow();
    int limit = Math.max(depth, lowest);
    List<Alternative> possible = all.stream().filter(a -> grammar.height(a) <= limit).toList();
    int at = dice.below(possible.stream().mapToInt(Alternative::weight).sum());
    for (Alternative alternative : possible) {
      at -= alternative.weight();
      if (at < 0) {
        return alternative;
      }
    }
    throw new IllegalStateException("no alternative of " + rule);
  }

  /** {@code f ‹a› ‹b›}, or {@code ‹b› | f ‹a›}. */
  private List<Part> inOrder(Alternative alternative) {
    List<Part> parts = alternative.parts();
    int last = parts.size() - 1;
    if (alternative.call()
        && last > 0
        && parts.get(last) instanceof Hole hole
        && hole.argument()
        && !hole.isRepeated()
        && parts.get(last - 1) instanceof Text before
        && before.text().endsWith(" ")
        && dice.chance(PIPED_ARGUMENTS)) {
      List<Part> piped = new ArrayList<>(List.of(hole, new Text(" | ")));
      piped.addAll(parts.subList(0, last - 1));
      piped.add(new Text(before.text().stripTrailing()));
      return piped;
    }
    return parts;
  }

  /** What comes into a hole; as an argument too if there is nothing around the hole. */
  private Piece fill(Hole hole, boolean argument, int depth) {
    if (!hole.isRepeated()) {
      return hole.least() == 1 || dice.chance(50) ? one(hole, argument, depth) : new Words("");
    }
    int times = dice.below(hole.most() + 1);
    List<Piece> items = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Derived item = one(hole, argument, depth);
      items.add(hole.argument() ? new Derived(item.rule(), true, separated(item)) : item);
    }
    return new Derived(hole.rule() + "*", false, items);
  }

  private static List<Piece> separated(Derived argument) {
    List<Piece> parts = new ArrayList<>(argument.parts());
    parts.add(0, new Words(" "));
    return parts;
  }

  private Derived one(Hole hole, boolean argument, int depth) {
    boolean unfit = hole.argument() && !hole.strict() && dice.chance(UNFIT_ARGUMENTS);
    return derive(
        unfit ? "any" : hole.rule(), hole.removable(), argument || hole.argument(), depth);
  }
}
