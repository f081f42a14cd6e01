package dev.pintle.render.function.crypto;

import dev.pintle.render.function.GoValue;
import dev.pintle.render.function.Param;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;

/** Sprig's certificate and its private key, both as PEM: {@code .Cert} and {@code .Key}. */
public record CertificateValue(String certificate, String key) implements GoValue {

  /** A parameter that takes a certificate. */
  static final Param<CertificateValue> CERTIFICATE =
      Param.of(GoType.CERTIFICATE, CertificateValue.class);

  @Override
  public String goTypeName() {
    return GoType.CERTIFICATE.goName();
  }

  @Override
  public String goKind() {
    return GoType.CERTIFICATE.goKind();
  }

  @Override
  public Object field(String name) {
    return switch (name) {
      case "Cert" -> certificate;
      case "Key" -> key;
      default -> NO_FIELD;
    };
  }

  @Override
  public Object jsonValue() {
    Table fields = new Table();
    fields.put("Cert", certificate);
    fields.put("Key", key);
    return fields;
  }

  @Override
  public Object yamlValue() {
    Table fields = new Table();
    fields.put("cert", certificate);
    fields.put("key", key);
    return fields;
  }

  @Override
  public String goString() {
    return "{" + certificate + " " + key + "}";
  }
}
