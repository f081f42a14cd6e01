package dev.pintle.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of merging values files. Keys that are capital letters always hold tables, the others
 * never: without that, merging is not associative, since a scalar in the middle cuts off what came
 * before it.
 */
class TableMergePropertiesTest {

  @Provide
  Arbitrary<Table> tables() {
    return tables(3);
  }

  private Arbitrary<Table> tables(int depth) {
    Arbitrary<Object> leaves =
        Arbitraries.of(null, true, 1.0, 2L, "x", "", Sequence.of("a"), Sequence.empty());
    Arbitrary<List<Object>> values = leaves.list().ofSize(3);
    Arbitrary<List<Table>> below =
        depth == 0 ? Arbitraries.just(List.of()) : tables(depth - 1).list().ofMaxSize(2);
    return values.flatMap(
        scalars ->
            below.map(
                inner -> {
                  Table table = new Table();
                  for (int i = 0; i < scalars.size(); i++) {
                    if (!"".equals(scalars.get(i))) {
                      table.put(String.valueOf((char) ('a' + i)), scalars.get(i));
                    }
                  }
                  for (int i = 0; i < inner.size(); i++) {
                    table.put(String.valueOf((char) ('A' + i)), inner.get(i));
                  }
                  return table;
                }));
  }

  private static Table merge(Table first, Table second) {
    Table merged = first.deepCopy();
    merged.mergeIn(second.deepCopy());
    return merged;
  }

  @Property
  void groupingDoesNotMatter(
      @ForAll("tables") Table a, @ForAll("tables") Table b, @ForAll("tables") Table c) {
    assertThat(merge(merge(a, b), c)).isEqualTo(merge(a, merge(b, c)));
  }

  @Property
  void nothingChangesByMergingNothing(@ForAll("tables") Table a) {
    assertThat(merge(a, new Table())).isEqualTo(a);
    assertThat(merge(new Table(), a)).isEqualTo(a);
  }

  @Property
  void nothingChangesByMergingTheSame(@ForAll("tables") Table a) {
    assertThat(merge(a, a)).isEqualTo(a);
  }

  @Property
  void theSecondWins(@ForAll("tables") Table a, @ForAll("tables") Table b) {
    assertContains(merge(a, b), b);
  }

  private static void assertContains(Table whole, Table part) {
    for (Table.Slot slot : part.sorted()) {
      assertThat(whole.containsKey(slot.getKey())).isTrue();
      if (slot.getValue() instanceof Table inner) {
        assertContains((Table) whole.get(slot.getKey()), inner);
      } else {
        assertThat(whole.get(slot.getKey())).isEqualTo(slot.getValue());
      }
    }
  }

  @Property
  void viewsShowTheSameEntries(@ForAll("tables") Table a, @ForAll("tables") Table b) {
    Table view = a.viewAs(GoType.VALUES);
    view.mergeIn(b);
    assertThat(view).isEqualTo(a);
    assertThat(view.type()).isEqualTo(GoType.VALUES);
    assertThat(view.sharesEntriesWith(a)).isTrue();
  }
}
