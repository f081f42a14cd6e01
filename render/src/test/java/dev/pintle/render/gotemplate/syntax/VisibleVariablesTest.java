package dev.pintle.render.gotemplate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleVariablesTest {

  private final VisibleVariables variables = new VisibleVariables();

  @Test
  void findsTheOneDeclaredLast() {
    assertThat(variables.find("$")).isZero();
    assertThat(variables.find("$a")).isNegative();
    assertThat(variables.declare("$a")).isEqualTo(1);
    assertThat(variables.declare("$b")).isEqualTo(2);
    assertThat(variables.declare("$a")).isEqualTo(3);
    assertThat(variables.find("$a")).isEqualTo(3);
    assertThat(variables.names()).containsExactly("$", "$a", "$b", "$a");
  }

  @Test
  void showsWhatWasHiddenWhenAScopeEnds() {
    variables.declare("$a");
    int visible = variables.count();
    variables.declare("$a");
    variables.declare("$b");
    variables.declare("$a");
    variables.forget(visible);
    assertThat(variables.find("$a")).isEqualTo(1);
    assertThat(variables.find("$b")).isNegative();
    assertThat(variables.count()).isEqualTo(visible);
  }
}
