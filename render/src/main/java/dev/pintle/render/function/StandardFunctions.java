package dev.pintle.render.function;

import java.util.List;

/** All functions that a Helm chart's templates can call, but those that run templates. */
public final class StandardFunctions {

  private static final List<String> OF_HELM_ALONE =
      List.of(
          "toYaml",
          "mustToYaml",
          "toYamlPretty",
          "fromYaml",
          "fromYamlArray",
          "fromJsonArray",
          "toToml",
          "mustToToml",
          "fromToml",
          "required",
          "lookup");

  private StandardFunctions() {}

  /** Go's, Sprig's and Helm's functions; where two have the same name, Helm's holds. */
  public static Functions all() {
    return builder().build();
  }

  /** The same, but {@code required} and {@code fail} let everything pass, as for a linter. */
  public static Functions lenient() {
    return builder().with(HelmFunctions::registerLenient).build();
  }

  /** Go's and Sprig's functions, without those that Helm adds for charts. */
  public static Functions withoutHelm() {
    return builder().without(OF_HELM_ALONE).build();
  }

  private static Functions.Builder builder() {
    return Functions.builder()
        .with(BuiltinFunctions::register)
        .with(DateFunctions::register)
        .with(RegexFunctions::register)
        .with(StringFunctions::register)
        .with(CaseFunctions::register)
        .with(LayoutFunctions::register)
        .with(TextFunctions::register)
        .with(ListFunctions::register)
        .with(DictFunctions::register)
        .with(LogicFunctions::register)
        .with(MathFunctions::register)
        .with(DecimalFunctions::register)
        .with(SeriesFunctions::register)
        .with(TypeFunctions::register)
        .with(EncodingFunctions::register)
        .with(PathFunctions::register)
        .with(UrlFunctions::register)
        .with(SemverFunctions::register)
        .with(RandomFunctions::register)
        .with(HashFunctions::register)
        .with(PasswordFunctions::register)
        .with(CipherFunctions::register)
        .with(CertificateFunctions::register)
        .with(NetworkFunctions::register)
        .with(SerializationFunctions::register)
        .with(TomlFunctions::register)
        .with(HelmFunctions::register);
  }
}
