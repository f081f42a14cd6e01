package dev.pintle.testing;

import dev.pintle.release.Resource;
import dev.pintle.values.Table;
import dev.pintle.values.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;

/**
 * Assertions on a resource, or on a part of one, by paths such as {@code
 * spec.template.spec.containers[name=app].image}. In brackets are an index, {@code "a quoted key"},
 * {@code key=text} that an item has, or {@code *} for all.
 *
 * @param <S> the class of assertions itself
 */
public abstract class AbstractTreeAssert<S extends AbstractTreeAssert<S>>
    extends AbstractAssert<S, Resource> {

  private final TreePath part;

  AbstractTreeAssert(Resource actual, TreePath part, Class<S> type) {
    super(actual, type);
    this.part = part;
  }

  /** There is something at that path, be it null. */
  public S has(String path) {
    one(path);
    return myself;
  }

  /**
   * There is that value at that path. Numbers are equal if they are of the same kind, with or
   * without a fraction; text is not equal to a number.
   *
   * @param expected null, a boolean, number, text, list or map
   */
  public S has(String path, Object expected) {
    TreePath found = one(path);
    Object value = found.in(actual.tree());
    if (!normal(expected).equals(normal(value))) {
      throw differs(found, expected, value);
    }
    return myself;
  }

  /** There is nothing at that path. */
  public S hasNo(String path) {
    List<TreePath> found = find(path);
    if (!found.isEmpty()) {
      TreePath first = found.get(0);
      throw failureAt(
          first,
          "expected " + name() + " to have no " + first + ", but it is " + show(first.in(tree())));
    }
    return myself;
  }

  /** AssertJ's assertions on the value at that path: numbers are Long or Double. */
  public ObjectAssert<Object> value(String path) {
    TreePath found = one(path);
    return Assertions.assertThat(found.in(tree()))
        .as("%s of %s%s", found, name(), Whereabouts.of(actual, found));
  }

  /** AssertJ's assertions on all values that the path leads to; none is no failure. */
  public ListAssert<Object> values(String path) {
    List<TreePath> found = find(path);
    TreePath place = found.isEmpty() ? query(path).nearestIn(tree(), part) : found.get(0);
    return Assertions.assertThat(found.stream().map(p -> p.in(tree())).toList())
        .as("%s of %s%s", path, name(), Whereabouts.of(actual, place));
  }

  final Table tree() {
    isNotNull();
    return actual.tree();
  }

  final TreePath part() {
    return part;
  }

  /** How messages call what is looked at. */
  String name() {
    return actual.kind() + "/" + actual.name();
  }

  final List<TreePath> find(String path) {
    return query(path).findIn(tree(), part);
  }

  private static TreeQuery query(String path) {
    return TreeQuery.of(path);
  }

  /** The only way that a path leads. */
  final TreePath one(String path) {
    List<TreePath> found = find(path);
    if (found.size() == 1) {
      return found.get(0);
    }
    TreePath near = query(path).nearestIn(tree(), part);
    throw failureAt(
        near,
        found.isEmpty()
            ? "expected " + name() + " to have " + path + ", but there is none" + have(near)
            : "expected one " + path + " in " + name() + ", but there are " + found.size());
  }

  private String have(TreePath near) {
    return near.in(tree()) instanceof Table table
        ? "; " + (near.equals(TreePath.top()) ? "it" : near) + " has " + table.keySet()
        : "";
  }

  final AssertionError differs(TreePath path, Object expected, Object found) {
    return failureWithActualExpected(
        found,
        expected,
        "%s",
        "expected "
            + path
            + " of "
            + name()
            + " to be "
            + show(expected)
            + ", but it is "
            + show(found)
            + Whereabouts.of(actual, path));
  }

  /** The error with the template's line that made a field. */
  final AssertionError failureAt(TreePath path, String message) {
    return failure("%s", message + Whereabouts.of(actual, path));
  }

  static String show(Object value) {
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    return String.valueOf(value);
  }

  /** Equal objects for values that are meant to be equal, whoever made them; null has one too. */
  private static Object normal(Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Float number) {
      return number.doubleValue();
    } else if (value instanceof List<?>) {
      List<Object> items = new ArrayList<>();
      ((List<?>) value).forEach(item -> items.add(normal(item)));
      return items;
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(key, normal(entry)));
      return entries;
    }
    return value == null ? Void.class : value;
  }
}
