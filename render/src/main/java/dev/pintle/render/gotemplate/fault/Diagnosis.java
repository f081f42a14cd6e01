package dev.pintle.render.gotemplate.fault;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Missing;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Spelling;
import dev.pintle.render.function.GoValue;
import dev.pintle.render.gotemplate.run.Rendering;
import dev.pintle.render.gotemplate.syntax.Command;
import dev.pintle.render.gotemplate.syntax.Tree;
import dev.pintle.values.GoObject;
import dev.pintle.values.Table;
import dev.pintle.values.ValueKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is known of a failure beyond Go's message: which part of the expression it was, the value
 * that was not there and where it should have come from, and what was probably meant.
 */
final class Diagnosis {

  private final Fault fault;
  private final Scene scene;
  private final List<Hint> hints = new ArrayList<>();
  private Spot spot;
  private Missing missing;
  private String note;

  private Diagnosis(Fault fault) {
    this.fault = fault;
    this.scene = fault.scene();
    this.spot = Spot.of(scene.at());
  }

  /** The failure as data, without the calls that led there. */
  static Diagnostic of(Fault fault) {
    Diagnosis diagnosis = new Diagnosis(fault);
    diagnosis.blame(fault.culprit());
    diagnosis.textOfTpl();
    return diagnosis.toDiagnostic();
  }

  private Diagnostic toDiagnostic() {
    String message = fault.isRefusal() ? fault.functionError() : fault.getMessage();
    return at(scene, spot, Diagnostic.Kind.TEMPLATE_EXECUTION, message)
        .withMissing(missing)
        .withNote(note)
        .withHints(hints);
  }

  /** A finding at some place in what a frame executes. */
  static Diagnostic at(Scene scene, Spot spot, Diagnostic.Kind kind, String message) {
    Tree tree = scene.tree();
    return withoutTextOfTpl(
        Diagnostic.of(kind, message, tree.position(spot.start()))
            .withSource(tree.sourceLine(spot.start()), spot.length(tree.text())));
  }

  /** A text given to {@code tpl} is mostly a value, so no line of it is shown. */
  static Diagnostic withoutTextOfTpl(Diagnostic found) {
    boolean isTpl = found.position() != null && found.position().file().equals(Rendering.TPL_NAME);
    return isTpl ? found.withholding() : found;
  }

  private void blame(Culprit culprit) {
    if (culprit instanceof Culprit.Name name) {
      name(name);
    } else if (culprit instanceof Culprit.Value value) {
      value(value.operand());
    } else if (culprit instanceof Culprit.Operands operands) {
      operands(operands.operands());
    } else if (culprit instanceof Culprit.TemplateName template) {
      template(template.name());
    }
  }

  private void name(Culprit.Name culprit) {
    NameChain chain = culprit.chain();
    int index = culprit.index();
    Object receiver = chain.valueAt(culprit.first(), index);
    if (receiver != null) {
      spot = new Spot(chain.node(), index);
      isWrongly(chain, culprit.first(), index, receiver);
      suggestRoot(chain, index);
      if (receiver instanceof GoValue object) {
        String nearest = Spelling.nearest(chain.name(index), object.names());
        if (nearest != null) {
          hints.add(new Hint.DidYouMean(nearest, null));
        }
      }
    } else if (index == 0) {
      note = isDot(chain.written(0)) ? "the dot is nil" : quoted(chain.written(0)) + " is nil";
    } else {
      spot = new Spot(chain.node(), index - 1);
      notFound(chain, culprit.first(), index - 1);
    }
  }

  private void value(Suspect operand) {
    spot = Spot.of(operand.node());
    NameChain chain = operand.plainNames();
    if (chain != null) {
      Object first = chain.first(scene);
      Object value = chain.valueAt(first, chain.length());
      if (value == null) {
        notFound(chain, first);
      } else {
        isWrongly(chain, first, chain.length(), value);
      }
    }
  }

  private void operands(List<? extends Suspect> operands) {
    for (Suspect operand : operands) {
      NameChain chain = operand.plainNames();
      if (chain != null) {
        Object first = chain.first(scene);
        Object value = chain.valueAt(first, chain.length());
        if (value == null || fault.isRefusal() && isEmpty(value)) {
          notFound(chain, first);
          return;
        }
      }
    }
  }

  private static boolean isEmpty(Object value) {
    return value instanceof String text && text.isEmpty()
        || value instanceof Collection<?> list && list.isEmpty()
        || value instanceof Table table && table.isEmpty();
  }

  private static boolean isDot(String written) {
    return written.equals(NameChain.DOT);
  }

  /** Finds the first name of a chain that gives nothing, and says so. */
  private void notFound(NameChain chain, Object first) {
    for (int i = 0; i < chain.length(); i++) {
      Object value = chain.valueAt(first, i + 1);
      if (value == null || i == chain.length() - 1) {
        notFound(chain, first, i);
        return;
      }
    }
  }

  private void notFound(NameChain chain, Object first, int index) {
    Object owner = chain.valueAt(first, index);
    Object plain = GoObject.underlying(owner);
    String name = chain.name(index);
    if (!(plain instanceof Table table)) {
      return;
    }
    Provenance.Place place = Provenance.of(scene, table);
    String of = place == null ? chain.written(index) : place.path();
    Table.Slot slot = table.slot(name);
    if (slot != null) {
      boolean isNull = slot.getValue() == null;
      missing = new Missing(of, name, isNull ? Missing.Found.NULL : Missing.Found.EMPTY);
      comesFrom(of + "." + name, slot.position());
      String nearest = Spelling.nearest(name, table.keySet());
      if (nearest != null && table.positionOf(nearest) != null) {
        hints.add(new Hint.DidYouMean(nearest, table.positionOf(nearest)));
      }
      return;
    }
    missing = new Missing(of, name, Missing.Found.NOTHING);
    String nearest = Spelling.nearest(name, table.keySet());
    if (nearest != null) {
      hints.add(
          new Hint.DidYouMean((of.isEmpty() ? "." : "") + nearest, table.positionOf(nearest)));
    } else if (!suggestRoot(chain, index) && place != null) {
      comesFrom(of, place.position());
    }
  }

  private void comesFrom(String what, Position position) {
    if (position != null) {
      hints.add(new Hint.ComesFrom(what, position));
    }
  }

  /** What is there is of another type than is wanted. */
  private void isWrongly(NameChain chain, Object first, int length, Object value) {
    String written = chain.written(length);
    Position position = null;
    if (length > 0 && chain.valueAt(first, length - 1) instanceof Table owner) {
      Provenance.Place place = Provenance.of(scene, owner);
      written = place == null ? written : place.path() + "." + chain.name(length - 1);
      position = owner.positionOf(chain.name(length - 1));
    } else if (length == 0 && !(value instanceof Boolean) && !(value instanceof Number)) {
      Provenance.Place place = Provenance.of(scene, value);
      written = place == null || place.path().isEmpty() ? written : place.path();
      position = place == null ? null : place.position();
    }
    note = (isDot(written) ? "the dot" : quoted(written)) + " is " + ValueKind.of(value);
    comesFrom(written, position);
  }

  /** The dot is no longer the root, and a name of the root is asked of it. */
  private boolean suggestRoot(NameChain chain, int index) {
    Table root = Provenance.root(scene);
    String name = chain.name(index);
    if (index > 0 || !chain.isOfDot() || root == null || !root.containsKey(name)) {
      return false;
    }
    if (scene.variable(0) instanceof Table dollar && dollar.containsKey(name)) {
      hints.add(new Hint.DidYouMean("$." + name, null));
    } else if (scene.caller() != null) {
      hints.add(
          new Hint.Advice(
              quoted(scene.tree().name())
                  + " was called with something that has no "
                  + quoted("." + name)
                  + ": hand it the root, "
                  + quoted("$")));
    }
    return true;
  }

  private void template(String name) {
    if (scene.at() instanceof Command command && command.operands().size() > 1) {
      spot = Spot.of(command.operands().get(1));
    }
    note = "there is no template of that name";
    String nearest = Spelling.nearest(name, scene.templates());
    if (nearest != null) {
      Tree meant = scene.template(nearest);
      hints.add(new Hint.DidYouMean(nearest, meant.position(meant.root())));
    }
  }

  /** Of a text given to {@code tpl}, where that was read. */
  private void textOfTpl() {
    if (scene.entry() == Entry.TPL) {
      Provenance.Place place = Provenance.of(scene, scene.entryText());
      if (place != null) {
        comesFrom(place.path(), place.position());
      }
    }
  }

  private static String quoted(String source) {
    return "`" + source + "`";
  }
}
