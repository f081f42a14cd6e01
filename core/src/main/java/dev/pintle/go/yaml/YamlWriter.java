package dev.pintle.go.yaml;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.go.json.ValueWalker;
import java.util.function.LongConsumer;

/**
 * Writes values as YAML, with the bytes that Helm's {@code toYaml} and {@code toYamlPretty} give.
 */
public final class YamlWriter {

  private static final LongConsumer UNLIMITED = length -> {};

  private YamlWriter() {}

  /**
   * Go's {@code sigs.k8s.io/yaml} Marshal, which {@code toYaml} calls: with a line break at the
   * end.
   *
   * @throws YamlWriteException if there is no JSON for the value ({@link JsonWriter} tells when) or
   *     its JSON is not YAML, as with some control characters or keys longer than 1022 characters
   */
  public static String write(Object value) throws YamlWriteException {
    StringBuilder out = new StringBuilder();
    append(out, value, UNLIMITED);
    return out.toString();
  }

  /**
   * {@link #write}, appended; what was appended before an error stays.
   *
   * @param growth is told every now and then how long the text has become, and may throw: a value
   *     that holds another many times can be far longer as text than in memory
   */
  public static void append(StringBuilder out, Object value, LongConsumer growth)
      throws YamlWriteException {
    try {
      emit(out, value, YamlDialect.COMPACT, growth);
    } catch (YamlWriteException failure) {
      throw asJson(value, growth, failure);
    }
  }

  /**
   * Go's {@code yaml.v3} encoder with an indentation of two, which {@code toYamlPretty} uses: with
   * a line break at the end.
   *
   * @throws YamlWriteException if the value contains itself
   */
  public static String writePretty(Object value) throws YamlWriteException {
    StringBuilder out = new StringBuilder();
    appendPretty(out, value, UNLIMITED);
    return out.toString();
  }

  /** {@link #writePretty}, appended; growth is as for {@link #append}. */
  public static void appendPretty(StringBuilder out, Object value, LongConsumer growth)
      throws YamlWriteException {
    emit(out, value, YamlDialect.PRETTY, growth);
  }

  private static void emit(
      StringBuilder out, Object value, YamlDialect dialect, LongConsumer growth)
      throws YamlWriteException {
    BlockEmitter emitter = new BlockEmitter(out, dialect, growth);
    ValueWalker.walk(value, emitter);
    emitter.endDocument();
  }

  /** Go makes JSON of the whole value first, so what is wrong with that is what it tells of. */
  private static YamlWriteException asJson(
      Object value, LongConsumer growth, YamlWriteException failure) {
    try {
      JsonWriter.write(value, JsonWriter.Form.COMPACT, growth);
      return failure;
    } catch (JsonException noJson) {
      return new YamlWriteException("error marshaling into JSON: " + noJson.getMessage());
    }
  }
}
