package dev.pintle.render.gotemplate.plan;

import dev.pintle.go.strings.TextParts;
import dev.pintle.render.gotemplate.syntax.Body;
import dev.pintle.render.gotemplate.syntax.Command;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Operand;
import dev.pintle.render.gotemplate.syntax.Pipeline;
import dev.pintle.render.gotemplate.syntax.Statement;
import dev.pintle.render.gotemplate.syntax.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which names templates mention, in branches that run and in those that do not: names one after the
 * other, such as {@code image.tag}, and names that stand alone, as those do that are asked of a dot
 * or given to a function as text.
 */
public final class Mentions {

  private static final String VALUES = "Values";

  private final Set<String> pairs = new HashSet<>();
  private final Set<String> ofDots = new HashSet<>();
  private final Set<String> texts = new HashSet<>();

  /** Adds what a template mentions. */
  public void add(Tree tree) {
    visit(tree.root());
  }

  /** True if something that was added may stand for a value of its chart. */
  public boolean hasValue(String key) {
    return pairs.contains(pair(VALUES, key)) || texts.contains(key);
  }

  /** True if something that was added may stand for an entry of a map of that name. */
  public boolean hasEntry(String map, String key) {
    return pairs.contains(pair(map, key)) || ofDots.contains(key) || texts.contains(key);
  }

  private static String pair(String first, String second) {
    return first + "." + second;
  }

  private void visit(Node node) {
    if (node instanceof Body body) {
      body.statements().forEach(this::visit);
    } else if (node instanceof Statement.Branch branch) {
      visit(branch.condition());
      visit(branch.body());
      if (branch.otherwise() != null) {
        visit(branch.otherwise());
      }
    } else if (node instanceof Statement.Action action) {
      visit(action.pipeline());
    } else if (node instanceof Statement.Call call && call.argument() != null) {
      visit(call.argument());
    } else if (node instanceof Pipeline pipeline) {
      pipeline.commands().forEach(this::visit);
    } else if (node instanceof Command command) {
      command.operands().forEach(this::visit);
    } else if (node instanceof Operand operand) {
      names(operand);
    }
  }

  private void names(Operand operand) {
    if (operand instanceof Operand.Field field) {
      chain(field.names());
    } else if (operand instanceof Operand.Variable variable) {
      chain(variable.names().subList(1, variable.names().size()));
    } else if (operand instanceof Operand.Chain chain) {
      visit(chain.of());
      chain(chain.names());
    } else if (operand instanceof Operand.Text text) {
      texts.addAll(TextParts.split(text.value(), '.'));
    }
  }

  private void chain(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (i == 0) {
        ofDots.add(names.get(0));
      } else {
        pairs.add(pair(names.get(i - 1), names.get(i)));
      }
    }
  }
}
