package dev.pintle.cli.render;

import dev.pintle.cli.console.Console;
import dev.pintle.file.GivenFile;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.values.input.SetFlag;
import dev.pintle.values.input.ValuesFileReader;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that give values, shared by all commands that take a chart. */
public final class ValuesOptions {

  @Option(
      names = {"-f", "--values"},
      paramLabel = "strings",
      description = "specify values in a YAML file (can specify multiple; - is standard input)")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "stringArray",
      description =
          "set values on the command line (can specify multiple or separate values with commas:"
              + " key1=val1,key2=val2)")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--set-file",
      paramLabel = "stringArray",
      description =
          "set values from respective files specified via the command line (can specify multiple or"
              + " separate values with commas: key1=path1,key2=path2)")
  private List<String> setFile = new ArrayList<>();

  @Option(
      names = "--set-json",
      paramLabel = "stringArray",
      description =
          "set JSON values on the command line (can specify multiple or separate values with"
              + " commas: key1=jsonval1,key2=jsonval2 or using json format: {\"key1\": jsonval1,"
              + " \"key2\": \"jsonval2\"})")
  private List<String> setJson = new ArrayList<>();

  @Option(
      names = "--set-literal",
      paramLabel = "stringArray",
      description = "set a literal STRING value on the command line")
  private List<String> setLiteral = new ArrayList<>();

  @Option(
      names = "--set-string",
      paramLabel = "stringArray",
      description =
          "set STRING values on the command line (can specify multiple or separate values with"
              + " commas: key1=val1,key2=val2)")
  private List<String> setString = new ArrayList<>();

  /** Adds all values to a request; {@code -} is read from the console. */
  public void addTo(ReleaseRequest.Builder request, Console console) {
    ValuesFileReader local = ValuesFileReader.local();
    request.filesFrom(
        (name, limits) ->
            name.trim().equals("-")
                ? GivenFile.read(console.in(), "standard input", limits)
                : local.read(name, limits));
    files.forEach(request::valuesFrom);
    setJson.forEach(text -> request.set(SetFlag.SET_JSON, text));
    set.forEach(text -> request.set(SetFlag.SET, text));
    setString.forEach(text -> request.set(SetFlag.SET_STRING, text));
    setFile.forEach(text -> request.set(SetFlag.SET_FILE, text));
    setLiteral.forEach(text -> request.set(SetFlag.SET_LITERAL, text));
  }
}
