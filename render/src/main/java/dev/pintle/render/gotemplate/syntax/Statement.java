package dev.pintle.render.gotemplate.syntax;

import dev.pintle.go.strings.GoStrings;

/** What can stand in a {@link Body}. */
public sealed interface Statement extends Node {

  /** Calls the case of this kind of statement. */
  <R> R accept(Cases<R> cases);

  /** What to do with each kind of statement. */
  interface Cases<R> {
    R text(Text text);

    R action(Action action);

    R ifElse(If branch);

    R with(With branch);

    R range(Range branch);

    R breakLoop(Break statement);

    R continueLoop(Continue statement);

    R call(Call call);
  }

  /** A statement that chooses between two bodies. */
  sealed interface Branch extends Statement permits If, With, Range {
    /** What is decided on, or ranged over. */
    Pipeline condition();

    /** What to do if the condition holds, or with each element. */
    Body body();

    /** What to do otherwise; null if nothing is said. */
    Body otherwise();
  }

  /** Text outside the delimiters, trimmed where a trim marker says so; never empty. */
  record Text(int offset, String text) implements Statement {

    /** True if there is nothing but what Unicode calls white space. */
    public boolean isBlank() {
      return GoStrings.skipSpace(text, 0) == text.length();
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.text(this);
    }
  }

  /** A pipeline of which the value is printed, unless it declares or assigns variables. */
  record Action(int offset, Pipeline pipeline) implements Statement {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.action(this);
    }
  }

  /** {@code {{if}}}; {@code {{else if}}} is an {@code if} alone in the other body. */
  record If(int offset, Pipeline condition, Body body, Body otherwise) implements Branch {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.ifElse(this);
    }
  }

  /** {@code {{with}}}; {@code {{else with}}} is a {@code with} alone in the other body. */
  record With(int offset, Pipeline condition, Body body, Body otherwise) implements Branch {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.with(this);
    }
  }

  /** {@code {{range}}}. */
  record Range(int offset, Pipeline condition, Body body, Body otherwise) implements Branch {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.range(this);
    }
  }

  /** {@code {{break}}}; always inside a range. */
  record Break(int offset) implements Statement {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.breakLoop(this);
    }
  }

  /** {@code {{continue}}}; always inside a range. */
  record Continue(int offset) implements Statement {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.continueLoop(this);
    }
  }

  /**
   * {@code {{template "name" pipeline}}}, and what is left of a {@code {{block}}} where it stands.
   *
   * @param argument what becomes the dot of the called template, or null
   */
  record Call(int offset, String name, Pipeline argument) implements Statement {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.call(this);
    }
  }
}
