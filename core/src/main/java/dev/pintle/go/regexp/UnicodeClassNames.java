package dev.pintle.go.regexp;

import java.util.Map;

/** The names in {@code \p{…}}, which Go reads whatever their case, blanks and underscores. */
final class UnicodeClassNames {

  private static final Map<String, String> LONG_NAMES =
      Map.ofEntries(
          Map.entry("Closepunctuation", "Pe"),
          Map.entry("Cntrl", "Cc"),
          Map.entry("Combiningmark", "M"),
          Map.entry("Connectorpunctuation", "Pc"),
          Map.entry("Control", "Cc"),
          Map.entry("Currencysymbol", "Sc"),
          Map.entry("Dashpunctuation", "Pd"),
          Map.entry("Decimalnumber", "Nd"),
          Map.entry("Digit", "Nd"),
          Map.entry("Enclosingmark", "Me"),
          Map.entry("Finalpunctuation", "Pf"),
          Map.entry("Format", "Cf"),
          Map.entry("Initialpunctuation", "Pi"),
          Map.entry("Letter", "L"),
          Map.entry("Letternumber", "Nl"),
          Map.entry("Lineseparator", "Zl"),
          Map.entry("Lowercaseletter", "Ll"),
          Map.entry("Mark", "M"),
          Map.entry("Mathsymbol", "Sm"),
          Map.entry("Modifierletter", "Lm"),
          Map.entry("Modifiersymbol", "Sk"),
          Map.entry("Nonspacingmark", "Mn"),
          Map.entry("Number", "N"),
          Map.entry("Openpunctuation", "Ps"),
          Map.entry("Other", "C"),
          Map.entry("Otherletter", "Lo"),
          Map.entry("Othernumber", "No"),
          Map.entry("Otherpunctuation", "Po"),
          Map.entry("Othersymbol", "So"),
          Map.entry("Paragraphseparator", "Zp"),
          Map.entry("Privateuse", "Co"),
          Map.entry("Punct", "P"),
          Map.entry("Punctuation", "P"),
          Map.entry("Separator", "Z"),
          Map.entry("Spaceseparator", "Zs"),
          Map.entry("Spacingmark", "Mc"),
          Map.entry("Surrogate", "Cs"),
          Map.entry("Symbol", "S"),
          Map.entry("Titlecaseletter", "Lt"),
          Map.entry("Uppercaseletter", "Lu"));

  private UnicodeClassNames() {}

  /** The name of a script or a category as RE2/J knows it; any other name as it is. */
  static String canonical(String name) {
    StringBuilder canonical = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' || c == '-' || c == ' ') {
        continue;
      }
      boolean first = canonical.isEmpty();
      boolean changes = first ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z';
      canonical.append(changes ? (char) (c ^ 0x20) : c);
    }
    String found = LONG_NAMES.getOrDefault(canonical.toString(), canonical.toString());
    return isCategory(found) || isScript(found) ? found : name;
  }

  private static boolean isCategory(String name) {
    return name.equals("Any")
        || !name.isEmpty()
            && name.length() <= 2
            && "CLMNPSZ".indexOf(name.charAt(0)) >= 0
            && (name.length() == 1 || name.charAt(1) >= 'a' && name.charAt(1) <= 'z');
  }

  private static boolean isScript(String name) {
    try {
      Character.UnicodeScript.forName(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
