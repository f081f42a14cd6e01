package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.fault.NameChain;
import dev.pintle.render.gotemplate.syntax.Node;

/** A pipeline: the value of its last command, which variables may keep. */
public final class PipelineValue extends Expression {

  private final Expression last;
  private final int[] slots;

  /**
   * A pipeline.
   *
   * @param last its last command, which evaluates those before it
   * @param slots the variables that are declared or assigned
   */
  public PipelineValue(Node node, Expression last, int[] slots) {
    super(node);
    this.last = last;
    this.slots = slots;
  }

  @Override
  public NameChain plainNames() {
    return last.plainNames();
  }

  @Override
  Object eval(Frame frame) {
    frame.at = node();
    Object value = NilInterface.strip(last.eval(frame));
    for (int slot : slots) {
      frame.set(slot, value);
    }
    return value;
  }
}
