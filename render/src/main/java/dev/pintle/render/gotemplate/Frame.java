package dev.pintle.render.gotemplate;

import dev.pintle.render.gotemplate.syntax.Node;

/** One call of a template while it runs: its dot, its variables, and where it has got to. */
final class Frame {

  /** How a template came to be called. */
  enum Entry {
    /** As a file of the release. */
    FILE,
    /** By a template of another engine. */
    OTHER_ENGINE,
    /** By {@code {{template}}}; its errors are told without the caller. */
    TEMPLATE,
    /** By the function {@code include}. */
    INCLUDE,
    /** By the function {@code tpl}, as the text given to it. */
    TPL
  }

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

  Object variable(int slot) {
    return variables[slot];
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
