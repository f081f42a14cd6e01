package dev.pintle.render.gotemplate.syntax;

import java.util.List;

/** What can be evaluated or passed in a {@link Command}. */
public sealed interface Operand extends Node
    permits Pipeline,
        Operand.Identifier,
        Operand.Variable,
        Operand.Dot,
        Operand.Nil,
        Operand.Field,
        Operand.Chain,
        Operand.Bool,
        Operand.Number,
        Operand.Text {

  /** Calls the case of this kind of operand. */
  <R> R accept(Cases<R> cases);

  /** What to do with each kind of operand. */
  interface Cases<R> {
    R identifier(Identifier identifier);

    R variable(Variable variable);

    R dot(Dot dot);

    R nil(Nil nil);

    R field(Field field);

    R chain(Chain chain);

    R bool(Bool bool);

    R number(Number number);

    R text(Text text);

    R pipeline(Pipeline pipeline);
  }

  /** The name of a function, known to exist when the template was parsed. */
  record Identifier(int offset, String name) implements Operand {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.identifier(this);
    }
  }

  /**
   * A variable and the fields taken of it: {@code $x.a.b}.
   *
   * @param names the variable's name with its dollar sign, then the fields
   */
  record Variable(int offset, List<String> names) implements Operand {

    /** The names are copied. */
    public Variable {
      names = List.copyOf(names);
    }

    /** The variable's name with its dollar sign. */
    public String name() {
      return names.get(0);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.variable(this);
    }
  }

  /** {@code .}, the value at hand. */
  record Dot(int offset) implements Operand {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.dot(this);
    }
  }

  /** {@code nil} without a type. */
  record Nil(int offset) implements Operand {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.nil(this);
    }
  }

  /**
   * Fields of the dot: {@code .a.b}.
   *
   * @param names at least one, without dots
   */
  record Field(int offset, List<String> names) implements Operand {

    /** The names are copied. */
    public Field {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.field(this);
    }
  }

  /**
   * Fields of something that is neither dot nor variable: {@code (f x).a.b}.
   *
   * @param of a {@link Pipeline} or an {@link Identifier}
   * @param names at least one, without dots
   */
  record Chain(int offset, Operand of, List<String> names) implements Operand {

    /** The names are copied. */
    public Chain {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.chain(this);
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(int offset, boolean value) implements Operand {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.bool(this);
    }
  }

  /**
   * A number or a character.
   *
   * @param text as it is written
   */
  record Number(int offset, String text, NumberValue value) implements Operand {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.number(this);
    }
  }

  /**
   * A string.
   *
   * @param quoted as it is written, with its quotes
   * @param value what it stands for
   */
  record Text(int offset, String quoted, String value) implements Operand {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.text(this);
    }
  }
}
