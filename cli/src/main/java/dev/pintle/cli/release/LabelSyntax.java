package dev.pintle.cli.release;

import dev.pintle.go.regexp.LinearPattern;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.TextParts;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What keys and values of labels look like, and what Kubernetes says of those that do not. */
final class LabelSyntax {

  private static final int LONGEST = 63;
  private static final int LONGEST_PREFIX = 253;

  private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String VALUE = "(" + NAME + ")?";
  private static final String PART = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String PREFIX = PART + "(\\." + PART + ")*";

  private static final String NAME_ERROR =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
          + " validation is '"
          + NAME
          + "')";
  private static final String VALUE_ERROR =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
          + " 'my_value',  or '12345', regex used for validation is '"
          + VALUE
          + "')";
  private static final String PREFIX_ERROR =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is '"
          + PREFIX
          + "')";

  /** Zeros before a number are allowed, but no more than anybody writes. */
  private static final int LONGEST_NUMBER = 1_000;

  private LabelSyntax() {}

  /** What is wrong with a key; empty if nothing is. */
  static String keyFault(String key) {
    return fault("<nil>", key, keyFaults(key));
  }

  /**
   * What is wrong with a value; empty if nothing is.
   *
   * @param index which of the requirement's values it is
   */
  static String valueFault(String key, String value, int index) {
    List<String> faults = new ArrayList<>();
    checkLength(value, LONGEST, "", faults);
    check(value, VALUE, VALUE_ERROR, faults);
    return fault("values[" + index + "][" + key + "]", value, faults);
  }

  private static String fault(String where, String text, List<String> faults) {
    return faults.isEmpty()
        ? ""
        : where + ": Invalid value: " + GoQuotes.quote(text) + ": " + String.join("; ", faults);
  }

  private static List<String> keyFaults(String key) {
    List<String> faults = new ArrayList<>();
    List<String> parts = TextParts.split(key, '/');
    if (parts.size() > 2) {
      return List.of(
          "a valid label key "
              + NAME_ERROR
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    if (parts.size() == 2 && parts.get(0).isEmpty()) {
      faults.add("prefix part must be non-empty");
    } else if (parts.size() == 2) {
      checkLength(parts.get(0), LONGEST_PREFIX, "prefix part ", faults);
      check(parts.get(0), PREFIX, "prefix part " + PREFIX_ERROR, faults);
    }
    String name = parts.get(parts.size() - 1);
    if (name.isEmpty()) {
      faults.add("name part must be non-empty");
    }
    checkLength(name, LONGEST, "name part ", faults);
    check(name, NAME, "name part " + NAME_ERROR, faults);
    return faults;
  }

  private static void checkLength(String text, int longest, String part, List<String> faults) {
    if (text.getBytes(StandardCharsets.UTF_8).length > longest) {
      faults.add(part + "must be no more than " + longest + " bytes");
    }
  }

  private static void check(String text, String form, String error, List<String> faults) {
    if (!LinearPattern.of(form).matches(text)) {
      faults.add(error);
    }
  }

  /** The number that Go's {@code strconv.ParseInt} reads; null if it reads none. */
  static Long integer(String text) {
    if (!TextParts.isSignedNumber(text, LONGEST_NUMBER)) {
      return null;
    }
    BigInteger number = new BigInteger(text);
    return number.bitLength() < Long.SIZE ? number.longValue() : null;
  }
}
