package dev.pintle.yaml;

import dev.pintle.json.JsonException;
import dev.pintle.json.JsonWriter;
import dev.pintle.values.ValueWalker;

/**
 * Writes values as YAML, with the bytes that Helm's {@code toYaml} and {@code toYamlPretty} give.
 */
public final class YamlWriter {

  private YamlWriter() {}

  /**
   * Go's {@code sigs.k8s.io/yaml} Marshal, which {@code toYaml} calls: with a line break at the
   * end.
   *
   * @throws YamlWriteException if there is no JSON for the value ({@link JsonWriter#write} tells
   *     when) or its JSON is not YAML, as with some control characters or keys longer than 1022
   *     characters
   */
  public static String write(Object value) throws YamlWriteException {
    StringBuilder out = new StringBuilder(256);
    append(out, value);
    return out.toString();
  }

  /** {@link #write}, appended; what was appended before an error stays. */
  public static void append(StringBuilder out, Object value) throws YamlWriteException {
    try {
      emit(out, value, YamlDialect.COMPACT);
    } catch (YamlWriteException failure) {
      throw asJson(value, failure);
    }
  }

  /**
   * Go's {@code yaml.v3} encoder with an indentation of two, which {@code toYamlPretty} uses: with
   * a line break at the end.
   *
   * @throws YamlWriteException if the value contains itself
   */
  public static String writePretty(Object value) throws YamlWriteException {
    StringBuilder out = new StringBuilder(256);
    emit(out, value, YamlDialect.PRETTY);
    return out.toString();
  }

  private static void emit(StringBuilder out, Object value, YamlDialect dialect)
      throws YamlWriteException {
    BlockEmitter emitter = new BlockEmitter(out, dialect);
    ValueWalker.walk(value, emitter);
    emitter.endDocument();
  }

  /** Go makes JSON of the whole value first, so what is wrong with that is what it tells of. */
  private static YamlWriteException asJson(Object value, YamlWriteException failure) {
    try {
      JsonWriter.write(value);
      return failure;
    } catch (JsonException noJson) {
      return new YamlWriteException("error marshaling into JSON: " + noJson.getMessage());
    }
  }
}
