package dev.pintle.render.gotemplate.fault;

import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Tree;
import java.util.Collection;

/** One call of a template, as its failure is told: what it is, who called it, what it can see. */
public interface Scene {

  /** What is executed. */
  Tree tree();

  /** The node that Go's evaluator would name just now. */
  Node at();

  /** The call that this one comes from; null if it comes from no Go template. */
  Scene caller();

  Entry entry();

  /** The name given to {@code include}, or the text given to {@code tpl}. */
  String entryText();

  /** The value at hand. */
  Object dot();

  /** The value of a variable; the first is {@code $}. */
  Object variable(int slot);

  /** The names of the templates that can be called from here. */
  Collection<String> templates();

  /** The template of that name, which is one of them. */
  Tree template(String name);
}
