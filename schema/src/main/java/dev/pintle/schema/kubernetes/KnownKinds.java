package dev.pintle.schema.kubernetes;

import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.wording.Spelling;
import dev.pintle.limit.Budget;
import dev.pintle.schema.compile.CompiledSchema;
import java.util.List;

/**
 * All kinds that are known when one release is checked.
 *
 * @param version the Kubernetes version, for messages
 * @param files where custom resources may be defined
 * @param isStrict whether fields that are not known are errors
 */
record KnownKinds(
    String version,
    BuiltInKinds builtIn,
    CustomKinds custom,
    List<CrdFile> files,
    boolean isStrict) {

  /**
   * Why a kind is not known.
   *
   * @param isError whether Kubernetes does not have it, rather than that it may
   * @param isOfKind whether it is the kind's name that is not known, rather than its API version
   * @param hint what was perhaps meant, or null
   */
  record Absence(String message, boolean isError, boolean isOfKind, Hint hint) {}

  /** The schema of a kind, or null if it is not known; compiling it counts as work. */
  CompiledSchema schema(ObjectType type, Budget budget) {
    CompiledSchema schema = builtIn.schema(type, budget);
    return schema == null ? custom.schema(type, files, budget) : schema;
  }

  /** Says why a kind is not known. */
  Absence absenceOf(ObjectType type, Budget budget) {
    if (builtIn.owns(type.group())) {
      return absenceOfBuiltIn(type);
    }
    for (CrdFile file : files) {
      List<String> versions = file.apiVersionsOf(type, budget);
      if (!versions.isEmpty()) {
        String message = file + " does not define " + type;
        return new Absence(message, true, false, new Hint.DidYouMean(versions.get(0), null));
      }
    }
    String message = "no schema is known of " + type + ", so it is not checked";
    return new Absence(message, false, false, null);
  }

  private Absence absenceOfBuiltIn(ObjectType type) {
    String message = "Kubernetes " + version + " has no " + type;
    List<String> elsewhere = builtIn.apiVersionsOf(type.kind());
    if (!elsewhere.isEmpty()) {
      String newest = elsewhere.get(elsewhere.size() - 1);
      return new Absence(message, true, false, new Hint.DidYouMean(newest, null));
    }
    String near = Spelling.nearest(type.kind(), builtIn.kindsOf(type.apiVersion()));
    Hint hint = near == null ? null : new Hint.DidYouMean(near, null);
    return new Absence(message, true, true, hint);
  }
}
