package dev.pintle.render.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A Go struct with public fields in a fixed order and methods without parameters, such as {@code
 * .Capabilities} and what is in it. Immutable.
 */
public final class StructValue implements GoValue {

  private final String typeName;
  private final String kind;
  private final Map<String, Object> fields;
  private final Map<String, Object> json;
  private final Map<String, Function> methods;
  private final Supplier<String> goString;
  private final Supplier<String> formatted;
  private final StructValue copy;

  private StructValue(Builder builder) {
    this.typeName = builder.typeName;
    this.kind = builder.kind;
    this.fields = builder.fields;
    this.json = builder.json;
    this.methods = builder.methods;
    this.formatted = builder.formatted != null ? builder.formatted : this::fieldList;
    this.goString = builder.goString != null ? builder.goString : formatted;
    boolean printsByItsPointer = kind.equals("struct") && builder.goString != null;
    this.copy = printsByItsPointer ? new StructValue(this) : this;
  }

  private StructValue(StructValue original) {
    this.typeName = original.typeName;
    this.kind = original.kind;
    this.fields = original.fields;
    this.json = original.json;
    this.methods = original.methods;
    this.formatted = original.formatted;
    this.goString = original.formatted;
    this.copy = this;
  }

  private String fieldList() {
    StringBuilder text = new StringBuilder("{");
    fields.values().forEach(value -> text.append(text.length() > 1 ? " " : "").append(value));
    return text.append('}').toString();
  }

  /**
   * Begins a struct.
   *
   * @param typeName Go's name of its type, such as {@code common.KubeVersion}
   */
  public static Builder of(String typeName) {
    return new Builder(typeName);
  }

  @Override
  public String goTypeName() {
    return typeName;
  }

  @Override
  public String goKind() {
    return kind;
  }

  @Override
  public Object field(String name) {
    return fields.containsKey(name) ? fields.get(name) : NO_FIELD;
  }

  @Override
  public Collection<String> names() {
    List<String> names = new ArrayList<>(fields.keySet());
    names.addAll(methods.keySet());
    return names;
  }

  @Override
  public Function method(String name) {
    return methods.get(name);
  }

  @Override
  public Object jsonValue() {
    return json;
  }

  @Override
  public Object yamlValue() {
    Map<String, Object> yaml = new LinkedHashMap<>();
    fields.forEach((name, value) -> yaml.put(name.toLowerCase(Locale.ROOT), value));
    return yaml;
  }

  @Override
  public Object tomlValue() {
    return fields;
  }

  @Override
  public String goString() {
    return goString.get();
  }

  @Override
  public String formatted() {
    return formatted.get();
  }

  @Override
  public StructValue passed() {
    return copy;
  }

  @Override
  public String toString() {
    return formatted();
  }

  /** Collects the parts of a struct. */
  public static final class Builder {
    private final String typeName;
    private String kind = "struct";
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, Object> json = new LinkedHashMap<>();
    private final Map<String, Function> methods = new LinkedHashMap<>();
    private Supplier<String> goString;
    private Supplier<String> formatted;

    private Builder(String typeName) {
      this.typeName = typeName;
    }

    /** The value is a pointer to the struct. */
    public Builder pointer() {
      kind = "ptr";
      return this;
    }

    /** A field that has its own name in JSON. */
    public Builder field(String name, Object value) {
      return field(name, name, value);
    }

    /** A field; null is Go's nil. */
    public Builder field(String name, String jsonName, Object value) {
      fields.put(name, value);
      json.put(jsonName, value);
      return this;
    }

    /** A field that JSON leaves out when it is empty. */
    public Builder optionalField(String name, String jsonName, String value) {
      fields.put(name, value);
      if (!value.isEmpty()) {
        json.put(jsonName, value);
      }
      return this;
    }

    /** A method, its parameters without the receiver. */
    public Builder method(Function method) {
      methods.put(method.name(), method);
      return this;
    }

    /** What {@code {{ . }}} prints; the fields by default. */
    public Builder prints(Supplier<String> text) {
      goString = text;
      return this;
    }

    /** What {@code %v} prints; the fields by default. */
    public Builder formats(Supplier<String> text) {
      formatted = text;
      return this;
    }

    /** The struct. */
    public StructValue build() {
      return new StructValue(this);
    }
  }
}
