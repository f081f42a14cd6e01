package dev.pintle.render.gotemplate.fault;

import dev.pintle.render.gotemplate.syntax.Node;

/** Names that are asked one after the other, such as {@code .a.b} or {@code $x.a.b}. */
public interface NameChain {

  /** What a chain without names is written as. */
  String DOT = ".";

  /** Where it stands. */
  Node node();

  /** True if the first name is asked of the dot. */
  boolean isOfDot();

  /** How many names there are. */
  int length();

  String name(int index);

  /** The value that the first name is asked of; only if the chain is plain. */
  Object first(Scene scene);

  /** What some of the names lead to, without calling any method; null if that is nothing. */
  Object valueAt(Object first, int count);

  /** The chain with some of its names as a template would write it; {@link #DOT} for none. */
  String written(int count);
}
