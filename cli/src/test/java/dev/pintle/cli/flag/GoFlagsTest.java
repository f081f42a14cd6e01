package dev.pintle.cli.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.console.Console;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How pflag reads a command line, and the one form it is brought into. */
class GoFlagsTest {

  @Command(name = "root", subcommands = Run.class)
  private static final class Root {}

  @Command(name = "run")
  private static final class Run {
    @Option(names = {"-b", "--bool"})
    private boolean bool;

    @Option(names = {"-c", "--other"})
    private boolean other;

    @Option(
        names = {"-n", "--name"},
        paramLabel = "string")
    private String name;

    @Option(
        names = {"-l", "--list"},
        paramLabel = "strings")
    private String[] list;

    @Option(names = "--mode", arity = "0..1", fallbackValue = "unset")
    private String mode;

    @Parameters private String[] arguments;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          run a b              | run -- a b
          run --name x a       | run --name=x -- a
          run a --name=x       | run --name=x -- a
          run --name --bool    | run --name=--bool
          run --name -- a      | run --name=-- -- a
          run --name=          | run --name=
          run --name=a=b       | run --name=a=b
          run -n x             | run --name=x
          run -n=x             | run --name=x
          run -nx              | run --name=x
          run -name            | run --name=ame
          run -n -b            | run --name=-b
          run -bcn x           | run --name=x --bool --other
          run -bn=x            | run --name=x --bool
          run -b=false         | run
          run --bool           | run --bool
          run --bool=true      | run --bool
          run --bool=F         | run
          run --bool --bool=0  | run
          run --bool x         | run --bool -- x
          run --list a,b       | run --list=a --list=b
          run -l "a,b",c -l d  | run --list=a,b --list=c --list=d
          run --list=          | run
          run --mode           | run --mode=unset
          run --mode x         | run --mode=unset -- x
          run --mode=x         | run --mode=x
          run - a              | run -- - a
          run -- --name x      | run -- --name x
          run a -- b           | run -- a b
          --name x run a       | run --name=x -- a
          -n run run           | run --name=run
          --bool run           | run --bool
          run run              | run -- run
          """)
  void normalizes(String line, String expected) {
    Console console =
        new Console(
            new PrintStream(PrintStream.nullOutputStream()),
            new PrintStream(PrintStream.nullOutputStream()),
            InputStream.nullInputStream());
    String[] normal = GoFlags.normalize(new CommandLine(new Root()), console, line.split(" "));
    assertThat(String.join(" ", normal)).isEqualTo(expected);
  }
}
