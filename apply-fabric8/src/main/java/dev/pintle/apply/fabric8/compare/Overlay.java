package dev.pintle.apply.fabric8.compare;

import dev.pintle.apply.compare.SameValue;
import dev.pintle.apply.compare.SecretValues;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.go.regexp.LinearPattern;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an object would be like if what is wanted were laid over it, as near as that can be told
 * without the server: for those who may look and not write, and for changes that the server
 * refuses. Fields that the manager has and no longer wants are not taken away.
 */
final class Overlay {

  private static final Set<String> OF_QUANTITIES =
      Set.of("requests", "limits", "hard", "capacity", "default", "defaultRequest", "min", "max");

  /** Numbers of more digits take long to compare, and are none that somebody means. */
  private static final int LONGEST_QUANTITY = 100;

  private static final LinearPattern QUANTITY =
      LinearPattern.of(
          "([0-9]+(?:\\.[0-9]+)?(?:[eE][0-9]{1,2})?)(n|u|m|k|Ki|M|Mi|G|Gi|T|Ti|P|Pi|E|Ei)?");

  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("n", new BigDecimal("1e-9")),
          Map.entry("u", new BigDecimal("1e-6")),
          Map.entry("m", new BigDecimal("1e-3")),
          Map.entry("k", new BigDecimal("1e3")),
          Map.entry("M", new BigDecimal("1e6")),
          Map.entry("G", new BigDecimal("1e9")),
          Map.entry("T", new BigDecimal("1e12")),
          Map.entry("P", new BigDecimal("1e15")),
          Map.entry("E", new BigDecimal("1e18")),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
          Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

  private Overlay() {}

  /** Lays an object over what is there. */
  static Table of(Table wanted, Table live) {
    return tables(SecretValues.areIn(wanted) ? encoded(wanted) : wanted, live, false);
  }

  /** A Secret as the server keeps it. */
  private static Table encoded(Table secret) {
    Table encoded = secret.as(GoType.MAP);
    Table data = Fields.table(secret, "data").as(GoType.MAP);
    Fields.texts(secret, "stringData")
        .forEach(
            (key, text) ->
                data.put(
                    key,
                    Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    encoded.remove("stringData");
    encoded.put("data", data);
    return encoded;
  }

  private static Table tables(Table wanted, Table live, boolean quantities) {
    Table result = live.as(GoType.MAP);
    for (Table.Slot slot : wanted.slots()) {
      if (slot.getValue() != null) {
        boolean below = quantities || OF_QUANTITIES.contains(slot.getKey());
        result.put(slot.getKey(), values(slot.getValue(), live.get(slot.getKey()), below));
      }
    }
    return result;
  }

  private static Object values(Object wanted, Object live, boolean quantities) {
    if (wanted instanceof Table table && live instanceof Table liveTable) {
      return tables(table, liveTable, quantities);
    }
    if (wanted instanceof Sequence list && live instanceof Sequence liveList) {
      return lists(list, liveList);
    }
    return quantities && isSameQuantity(wanted, live) ? live : wanted;
  }

  private static boolean isSameQuantity(Object one, Object other) {
    List<String> a = quantity(one);
    List<String> b = quantity(other);
    return !a.isEmpty() && !b.isEmpty() && number(a).compareTo(number(b)) == 0;
  }

  private static List<String> quantity(Object value) {
    String text = String.valueOf(value);
    return text.length() > LONGEST_QUANTITY ? List.of() : QUANTITY.groups(text);
  }

  private static BigDecimal number(List<String> quantity) {
    BigDecimal number = new BigDecimal(quantity.get(1));
    return quantity.get(2) == null ? number : number.multiply(UNITS.get(quantity.get(2)));
  }

  /** Items with names are laid over those of the same name, others over those at their place. */
  private static Sequence lists(Sequence wanted, Sequence live) {
    List<Object> result = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Object item = wanted.get(i);
      Object there = i < live.size() ? live.get(i) : null;
      if (item instanceof Table table && table.containsKey("name")) {
        there =
            live.stream()
                .filter(each -> each instanceof Table other && named(other, table))
                .findFirst()
                .orElse(null);
      }
      result.add(values(item, there, false));
    }
    return Sequence.copyOf(result);
  }

  private static boolean named(Table item, Table other) {
    return SameValue.test(item.get("name"), other.get("name"));
  }
}
