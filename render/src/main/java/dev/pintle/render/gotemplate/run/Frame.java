package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.fault.Entry;
import dev.pintle.render.gotemplate.fault.Fault;
import dev.pintle.render.gotemplate.fault.Scene;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Tree;
import java.util.Collection;

/** One call of a template while it runs: its dot, its variables, and where it has got to. */
final class Frame implements Scene {

  final Rendering rendering;
  final Template template;
  final Environment environment;

  /** The call that this one comes from; null if it comes from no Go template. */
  final Frame caller;

  final Entry entry;

  /** The name given to {@code include}, or the text given to {@code tpl}. */
  final String entryText;

  /** How many calls by {@code {{template}}} this one is inside of, without any other between. */
  final int templateDepth;

  /** The value at hand. */
  Object dot;

  /** True if the dot is an element of a map or list, of which Go says it is an interface {}. */
  boolean dotIsElement;

  /** The node that Go's evaluator would name if something failed now. */
  Node at;

  private final Object[] variables;

  /** Which variables hold elements; null as long as none does. */
  private boolean[] elements;

  Frame(
      Rendering rendering,
      Template template,
      Environment environment,
      Frame caller,
      Entry entry,
      String entryText,
      Object dot) {
    this.rendering = rendering;
    this.template = template;
    this.environment = environment;
    this.caller = caller;
    this.entry = entry;
    this.entryText = entryText;
    this.templateDepth = entry == Entry.TEMPLATE ? caller.templateDepth + 1 : 0;
    this.dot = dot;
    this.at = template.root();
    this.variables = new Object[template.slots()];
    this.variables[0] = dot;
  }

  @Override
  public Object variable(int slot) {
    return variables[slot];
  }

  @Override
  public Object dot() {
    return dot;
  }

  @Override
  public Tree tree() {
    return template.tree();
  }

  @Override
  public Node at() {
    return at;
  }

  @Override
  public Frame caller() {
    return caller;
  }

  @Override
  public Entry entry() {
    return entry;
  }

  @Override
  public String entryText() {
    return entryText;
  }

  @Override
  public Collection<String> templates() {
    return environment.names();
  }

  @Override
  public Tree template(String name) {
    return environment.find(name).tree();
  }

  boolean isElement(int slot) {
    return elements != null && elements[slot];
  }

  /** Sets a variable to the value of a pipeline. */
  void set(int slot, Object value) {
    variables[slot] = value;
    if (elements != null) {
      elements[slot] = false;
    }
  }

  /** Sets a variable to an element of a map or list. */
  void setElement(int slot, Object element) {
    variables[slot] = element;
    if (elements == null) {
      elements = new boolean[variables.length];
    }
    elements[slot] = true;
  }

  /** The failure of what is evaluated just now. */
  Fault fault(String message) {
    return new Fault(this, message);
  }
}
