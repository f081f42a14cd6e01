package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  /** All flags of {@code helm template} 4.2.4, those that it hides and short forms included. */
  private static final Path HELMS_FLAGS =
      Path.of("src/test/resources/help/flags-of-helm-template.txt");

  /** What a user of Pintle reads of. All else that Helm has is accepted or refused, but hidden. */
  private static final Set<String> SHOWN =
      Set.of(
          "--api-versions",
          "--debug",
          "--dry-run",
          "--enable-dns",
          "--generate-name",
          "--help",
          "--include-crds",
          "--is-upgrade",
          "--kube-version",
          "--name-template",
          "--namespace",
          "--no-hooks",
          "--output-dir",
          "--release-name",
          "--set",
          "--set-file",
          "--set-json",
          "--set-literal",
          "--set-string",
          "--show-only",
          "--skip-crds",
          "--skip-schema-validation",
          "--skip-tests",
          "--values");

  @Test
  void everyFlagOfHelmIsKnown() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (String line : Files.readAllLines(HELMS_FLAGS)) {
      for (String flag : line.split(" ")) {
        String err = CommandRun.of("template", "--help", flag).err();
        if (err.contains("unknown")) {
          unknown.add(flag);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** The flags that Helm 4.2.4 lists for the commands that speak with a cluster. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "install",
        "upgrade",
        "uninstall",
        "rollback",
        "history",
        "status",
        "list",
        "test",
        "get all",
        "get hooks",
        "get manifest",
        "get metadata",
        "get notes",
        "get values"
      })
  void everyFlagOfTheOtherCommandsIsKnown(String command) throws IOException {
    Path flags = HELMS_FLAGS.resolveSibling("flags-of-helm-" + command.replace(' ', '-') + ".txt");
    List<String> unknown = new ArrayList<>();
    for (String line : Files.readAllLines(flags)) {
      for (String flag : line.split(" ")) {
        String[] words = (command + " --help " + flag).split(" ");
        if (CommandRun.of(words).err().contains("unknown")) {
          unknown.add(flag);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void flagsOfHelmThatHaveAnEffectAreListed() throws IOException {
    String help = CommandRun.of("template", "--help").out();
    List<String> listed =
        Files.readAllLines(HELMS_FLAGS).stream()
            .map(line -> line.split(" ")[0])
            .filter(flag -> Pattern.compile("(?m)^ .*" + flag + "(?![\\w-])").matcher(help).find())
            .toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(SHOWN);
  }

  @Test
  void looksAsHelmUsersKnowIt() {
    assertThat(CommandRun.of("template", "--help").out())
        .startsWith("Render chart templates locally and display the output.\n")
        .contains("\nUsage:\n  pintle template [NAME] [CHART] [flags]\n\nFlags:\n")
        .containsPattern("\n  -n, --namespace string {3,}namespace scope for this request\n")
        .containsPattern("\n      --set stringArray {3,}set values on the command line ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help", "-h"})
  void theCommandItselfListsItsCommands(String arguments) {
    CommandRun run = arguments.isEmpty() ? CommandRun.of() : CommandRun.of(arguments);
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("\nAvailable Commands:\n")
        .containsPattern("\n  template {3,}locally render templates\n")
        .endsWith("\nUse \"pintle [command] --help\" for more information about a command.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "template",
        "fleet",
        "fleet render",
        "completion",
        "version",
        "help",
        "install",
        "upgrade",
        "uninstall",
        "rollback",
        "history",
        "status",
        "list",
        "test",
        "get",
        "get all",
        "get hooks",
        "get manifest",
        "get metadata",
        "get notes",
        "get values"
      })
  void everyCommandHasHelpInTwoForms(String command) {
    String[] asked = ("help " + command).split(" ");
    String[] flagged = (command + " -h").split(" ");
    assertThat(CommandRun.of(flagged).out())
        .isEqualTo(CommandRun.of(asked).out())
        .contains("\nUsage:\n  pintle " + command + " ")
        .containsPattern("\n  -h, --help {3,}help for this command\n");
  }
}
