package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

class SubcommandsTest {

  private static final Map<String, List<String>> PARTS =
      Map.of(
          "fleet", List.of("render"),
          "get", List.of("all", "hooks", "manifest", "metadata", "notes", "values"),
          "diff", List.of("upgrade"));

  static Stream<String> names() {
    return Subcommands.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void finds_a_command_by_its_name_and_by_each_alias(String name) {
    Class<?> type = Subcommands.named(name);
    Command command = type.getAnnotation(Command.class);
    assertThat(command.name()).isEqualTo(name);
    assertThat(command.aliases()).allMatch(alias -> type == Subcommands.named(alias));
  }

  /** {@code help} reads about all commands, a command that is named first about itself only. */
  @ParameterizedTest
  @MethodSource("names")
  void a_command_alone_is_the_one_among_all(String name) {
    assertThat(CommandRun.of(name, "--help").out())
        .contains("Usage:")
        .isEqualTo(CommandRun.of("help", name).out());
    for (String part : PARTS.getOrDefault(name, List.of())) {
      assertThat(CommandRun.of(name, part, "--help").out())
          .contains("Usage:")
          .isEqualTo(CommandRun.of("help", name, part).out());
    }
  }

  @Test
  void an_unknown_command_is_compared_with_all() {
    assertThat(CommandRun.of("upgrad").err()).contains("Did you mean this?\n\tupgrade\n");
  }
}
