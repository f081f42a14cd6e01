package dev.pintle.render.context;

import static dev.pintle.render.function.Param.STRING;

import dev.pintle.chart.ChartFile;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.go.yaml.YamlWriteException;
import dev.pintle.go.yaml.YamlWriter;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.GoValue;
import dev.pintle.template.Execution;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Base64;
import java.util.Collection;

/**
 * What templates see as {@code .Files}: the files of a chart that are neither templates nor values,
 * by path, with the methods of Helm's documentation ("Accessing files inside templates").
 */
final class FilesValue implements GoValue {

  private static final byte[] NO_BYTES = new byte[0];

  /** Path to bytes. */
  private final Table files;

  private FilesValue(Table files) {
    this.files = files;
  }

  static FilesValue of(Collection<ChartFile> files) {
    Table table = Table.ofType(GoType.BYTES_MAP);
    files.forEach(file -> table.put(file.name(), file.data()));
    return new FilesValue(table);
  }

  @Override
  public String goTypeName() {
    return "engine.files";
  }

  @Override
  public String goKind() {
    return "map";
  }

  @Override
  public Object underlying() {
    return files;
  }

  @Override
  public Object jsonValue() {
    return files;
  }

  @Override
  public Object field(String name) {
    return files.getOrZero(name);
  }

  @Override
  public String goString() {
    StringBuilder text = new StringBuilder("map[");
    for (Table.Slot file : files.sorted()) {
      text.append(text.length() > 4 ? " " : "").append(file.getKey()).append(":[");
      byte[] data = (byte[]) file.getValue();
      for (int i = 0; i < data.length; i++) {
        text.append(i > 0 ? " " : "").append(data[i] & 0xFF);
      }
      text.append(']');
    }
    return text.append(']').toString();
  }

  @Override
  public Function method(String name) {
    return switch (name) {
      case "Get" -> Function.of(name, STRING, file -> GoStrings.fromBytes(bytes(file)));
      case "GetBytes" -> Function.of(name, STRING, this::bytes);
      case "Lines" -> Function.of(name, STRING, this::lines);
      case "Glob" -> Function.of(name, STRING, this::glob);
      case "AsConfig" -> Function.of(name, this::asConfig);
      case "AsSecrets" -> Function.of(name, this::asSecrets);
      default -> null;
    };
  }

  private byte[] bytes(String name) {
    return files.get(name) instanceof byte[] data ? data : NO_BYTES;
  }

  private Sequence lines(String name) {
    String text = GoStrings.fromBytes(bytes(name));
    if (text.isEmpty()) {
      return Sequence.ofType(GoType.STRING_LIST);
    }
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return Sequence.ofType(GoType.STRING_LIST, TextParts.split(body, '\n').toArray());
  }

  private FilesValue glob(Execution execution, String pattern) {
    GlobPattern glob = GlobPattern.of(pattern, execution);
    Table matching = new Table();
    for (Table.Slot file : files.sorted()) {
      if (glob.matches(file.getKey(), execution)) {
        matching.put(file);
      }
    }
    return new FilesValue(matching);
  }

  private String asConfig() {
    return flattened(GoStrings::fromBytes);
  }

  private String asSecrets() {
    return flattened(data -> Base64.getEncoder().encodeToString(data));
  }

  /** By file name; of files with one name in several directories the last in path order stays. */
  private String flattened(java.util.function.Function<byte[], String> encoding) {
    Table flat = new Table();
    for (Table.Slot file : files.sorted()) {
      String path = file.getKey();
      flat.put(path.substring(path.lastIndexOf('/') + 1), encoding.apply((byte[]) file.getValue()));
    }
    try {
      String yaml = YamlWriter.write(flat);
      return yaml.substring(0, yaml.length() - 1); // without its last newline, as toYaml has it
    } catch (YamlWriteException e) {
      return ""; // as Helm has it
    }
  }
}
