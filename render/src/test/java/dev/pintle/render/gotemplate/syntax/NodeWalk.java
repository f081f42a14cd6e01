package dev.pintle.render.gotemplate.syntax;

import java.util.ArrayList;
import java.util.List;

/** All nodes of a tree, parents before children, named as in Go. */
final class NodeWalk implements Statement.Cases<String>, Operand.Cases<String> {

  private final List<Node> nodes = new ArrayList<>();

  private NodeWalk() {}

  static List<Node> of(Node root) {
    NodeWalk walk = new NodeWalk();
    walk.visit(root);
    return walk.nodes;
  }

  static String kind(Node node) {
    return new NodeWalk().visit(node);
  }

  private String visit(Node node) {
    nodes.add(node);
    if (node instanceof Body body) {
      body.statements().forEach(this::visit);
      return "list";
    }
    if (node instanceof Command command) {
      command.operands().forEach(this::visit);
      return "command";
    }
    return node instanceof Statement statement
        ? statement.accept(this)
        : ((Operand) node).accept(this);
  }

  private String branch(String kind, Statement.Branch branch) {
    visit(branch.condition());
    visit(branch.body());
    if (branch.otherwise() != null) {
      visit(branch.otherwise());
    }
    return kind;
  }

  @Override
  public String text(Statement.Text text) {
    return "text";
  }

  @Override
  public String action(Statement.Action action) {
    visit(action.pipeline());
    return "action";
  }

  @Override
  public String ifElse(Statement.If branch) {
    return branch("if", branch);
  }

  @Override
  public String with(Statement.With branch) {
    return branch("with", branch);
  }

  @Override
  public String range(Statement.Range branch) {
    return branch("range", branch);
  }

  @Override
  public String breakLoop(Statement.Break statement) {
    return "break";
  }

  @Override
  public String continueLoop(Statement.Continue statement) {
    return "continue";
  }

  @Override
  public String call(Statement.Call call) {
    if (call.argument() != null) {
      visit(call.argument());
    }
    return "template";
  }

  @Override
  public String identifier(Operand.Identifier identifier) {
    return "identifier";
  }

  @Override
  public String variable(Operand.Variable variable) {
    return "variable";
  }

  @Override
  public String dot(Operand.Dot dot) {
    return "dot";
  }

  @Override
  public String nil(Operand.Nil nil) {
    return "nil";
  }

  @Override
  public String field(Operand.Field field) {
    return "field";
  }

  @Override
  public String chain(Operand.Chain chain) {
    visit(chain.of());
    return "chain";
  }

  @Override
  public String bool(Operand.Bool bool) {
    return "bool";
  }

  @Override
  public String number(Operand.Number number) {
    return "number";
  }

  @Override
  public String text(Operand.Text text) {
    return "string";
  }

  @Override
  public String pipeline(Pipeline pipeline) {
    pipeline.variables().forEach(this::visit);
    pipeline.commands().forEach(this::visit);
    return "pipe";
  }
}
