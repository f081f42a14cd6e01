package dev.pintle.apply.fabric8.compare;

import dev.pintle.apply.compare.SameValue;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who manages a place of an object and what is below it, by the object's managed fields. Walks down
 * with whoever walks through the object. Immutable.
 */
final class FieldOwners {

  private final List<Claim> claims;

  private FieldOwners(List<Claim> claims) {
    this.claims = claims;
  }

  /**
   * What one manager has of the place.
   *
   * @param applied whether it was applied, and not updated
   * @param fields as {@code fieldsV1} has them from here on; empty if all of it belongs together
   */
  record Claim(String manager, boolean applied, Instant since, Table fields) {

    private Optional<Claim> in(String key) {
      if (fields.isEmpty()) {
        return Optional.of(this); // who has the whole has its parts
      }
      return fields.get(key) instanceof Table below
          ? Optional.of(new Claim(manager, applied, since, below))
          : Optional.empty();
    }
  }

  /** Who manages what of a whole object; nobody anything if it is null. */
  static FieldOwners of(Table object) {
    List<Claim> claims = new ArrayList<>();
    if (object != null) {
      for (Table entry : Fields.tables(Fields.table(object, "metadata"), "managedFields")) {
        claims.add(
            new Claim(
                Fields.text(entry, "manager"),
                Fields.text(entry, "operation").equals("Apply"),
                time(Fields.text(entry, "time")),
                asKept(Fields.table(entry, "fieldsV1"))));
      }
    }
    return new FieldOwners(claims);
  }

  /** What a Secret gets as {@code stringData}, the server keeps as {@code data}. */
  private static Table asKept(Table fields) {
    if (!(fields.get("f:stringData") instanceof Table texts)) {
      return fields;
    }
    Table data = Fields.table(fields, "f:data").as(GoType.MAP);
    texts.slots().forEach(data::put);
    Table kept = fields.as(GoType.MAP);
    kept.put("f:data", data);
    return kept;
  }

  private static Instant time(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  /** Who manages a field of the place. */
  FieldOwners field(String name) {
    return new FieldOwners(
        claims.stream().flatMap(claim -> claim.in("f:" + name).stream()).toList());
  }

  /** Who manages an item of the place, a list. */
  FieldOwners item(Object item) {
    List<Claim> below = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.fields().isEmpty()) {
        below.add(claim);
      } else {
        itemKey(claim.fields(), item).flatMap(claim::in).ifPresent(below::add);
      }
    }
    return new FieldOwners(below);
  }

  /** The key in managed fields that stands for an item of a list; empty if none does. */
  static Optional<String> itemKey(Table fields, Object item) {
    for (String key : fields.keySet()) {
      Object meant = read(key);
      boolean stands =
          key.startsWith("k:")
              ? item instanceof Table table && hasAll(table, meant)
              : key.startsWith("v:") && SameValue.test(meant, item);
      if (stands) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** What follows the letter in a key is JSON. */
  private static Object read(String key) {
    try {
      return key.length() < 2 || key.startsWith("f:") ? null : JsonReader.read(key.substring(2));
    } catch (JsonException notJson) {
      return null;
    }
  }

  /** What the item leaves out the server has set by default. */
  private static boolean hasAll(Table item, Object keys) {
    return keys instanceof Table wanted
        && wanted.slots().stream()
            .allMatch(
                slot ->
                    !item.containsKey(slot.getKey())
                        || SameValue.test(slot.getValue(), item.get(slot.getKey())));
  }

  /** The fields that tell the items of the place, a list of objects, apart; empty if none do. */
  Set<String> itemFields() {
    for (Claim claim : claims) {
      for (String key : claim.fields().keySet()) {
        if (key.startsWith("k:") && read(key) instanceof Table fields) {
          return new TreeSet<>(fields.keySet());
        }
      }
    }
    return Set.of();
  }

  /** True if a manager has something of the place. */
  boolean includes(String manager) {
    return claims.stream().anyMatch(claim -> claim.manager().equals(manager));
  }

  /** True if somebody has something of the place, and all who do are such. */
  boolean areAll(Predicate<Claim> such) {
    return !claims.isEmpty() && claims.stream().allMatch(such);
  }

  /** True if one who has something of the place is such. */
  boolean isAny(Predicate<Claim> such) {
    return claims.stream().anyMatch(such);
  }

  /** Who set the place last, preferably somebody else than one of that name. */
  Optional<Claim> last(String unlikely) {
    return claims.stream()
        .max(
            Comparator.comparing((Claim claim) -> !claim.manager().equals(unlikely))
                .thenComparing(Claim::since, Comparator.nullsFirst(Comparator.naturalOrder())));
  }
}
