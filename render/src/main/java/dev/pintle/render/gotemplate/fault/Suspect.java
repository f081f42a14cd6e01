package dev.pintle.render.gotemplate.fault;

import dev.pintle.render.gotemplate.syntax.Node;

/** Something that has a value, which may be to blame for a failure. */
public interface Suspect {

  /** Where it stands. */
  Node node();

  /** The plain row of names that it is, so that it can be asked again; null if it is none. */
  default NameChain plainNames() {
    return null;
  }
}
