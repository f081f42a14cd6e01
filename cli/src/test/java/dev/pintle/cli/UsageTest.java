package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines that are refused, with the words that Helm has for them. */
class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      textBlock =
          """
          template -z                      | unknown shorthand flag: 'z' in -z
          template -gz=3                   | unknown shorthand flag: 'z' in -z=3
          template --set.b                 | unknown flag: --set.b
          template --nope=1                | unknown flag: --nope
          template ---x                    | bad flag syntax: ---x
          template --=x                    | bad flag syntax: --=x
          template --set                   | flag needs an argument: --set
          template -n                      | flag needs an argument: 'n' in -n
          template -gn                     | flag needs an argument: 'n' in -n
          template --debug=x               | invalid argument "x" for "--debug" flag: strconv.ParseBool: parsing "x": invalid syntax
          template -g=x                    | invalid argument "x" for "-g, --generate-name" flag: strconv.ParseBool: parsing "x": invalid syntax
          template --help=x                | invalid argument "x" for "-h, --help" flag: strconv.ParseBool: parsing "x": invalid syntax
          template -f a"b                  | invalid argument "a\\"b" for "-f, --values" flag: parse error on line 1, column 2: bare " in non-quoted-field
          template --repo https://x a b    | --repo is not supported: only local charts can be rendered
          template --post-renderer x a b   | --post-renderer is not supported
          template --dry-run=server a b    | --dry-run=server needs a cluster, which 'pintle template' does not ask
          fleet render                     | required flag(s) "output-dir" not set
          fleet render --jobs x            | invalid argument "x" for "-j, --jobs" flag: strconv.ParseInt: parsing "x": invalid syntax
          completion                       | "pintle completion" requires 1 argument⏎⏎Usage:  pintle completion [bash|zsh] [flags]
          completion fish                  | "pintle completion" knows bash and zsh, not "fish"⏎⏎Usage:  pintle completion [bash|zsh] [flags]
          template                         | "pintle template" requires at least 1 argument⏎⏎Usage:  pintle template [NAME] [CHART] [flags]
          version x                        | "pintle version" accepts no arguments⏎⏎Usage:  pintle version [flags]
          fleet render --output-dir o      | "pintle fleet render" requires 1 argument⏎⏎Usage:  pintle fleet render FLEET --output-dir OUT [flags]
          fleet render --output-dir o a b  | "pintle fleet render" requires 1 argument⏎⏎Usage:  pintle fleet render FLEET --output-dir OUT [flags]
          templat                          | unknown command "templat" for "pintle"⏎⏎Did you mean this?⏎\ttemplate⏎⏎Run 'pintle --help' for usage.
          foo                              | unknown command "foo" for "pintle"⏎Run 'pintle --help' for usage.
          help foo                         | unknown command "foo" for "pintle"⏎Run 'pintle --help' for usage.
          fleet rend                       | unknown command "rend" for "pintle fleet"⏎⏎Did you mean this?⏎\trender⏎⏎Run 'pintle fleet --help' for usage.
          """)
  void isRefused(String line, String message) {
    CommandRun run = CommandRun.of(line.split(" "));
    assertThat(run.err()).isEqualTo("Error: " + message.replace('⏎', '\n') + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void deprecatedFlagsAreWarnedOf() {
    assertThat(CommandRun.of("template", "--validate", "a", "b").err())
        .startsWith("Flag --validate has been deprecated, use '--dry-run=server' instead\nError: ");
  }
}
