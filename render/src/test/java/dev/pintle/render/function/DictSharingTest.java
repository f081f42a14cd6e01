package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.Execution;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which maps are the same afterwards, so that a later {@code set} on one is seen in the other. */
class DictSharingTest {

  private final Functions functions = StandardFunctions.all();

  private Object call(String name, Object... arguments) {
    return functions.find(name).body().call(Execution.standard(), arguments);
  }

  private static Table table(String literal) {
    return (Table) Literals.read(literal).get(0);
  }

  @Test
  void setUnsetAndMergeGiveTheMapThatTheyChanged() {
    Table map = table("{\"a\": 1}");
    assertThat(call("set", map, "b", 2.0)).isSameAs(map);
    assertThat(call("unset", map, "b")).isSameAs(map);
    assertThat(call("merge", map, table("{\"c\": 1}"))).isSameAs(map);
    assertThat(call("mergeOverwrite", map, table("{\"a\": 2}"))).isSameAs(map);
    assertThat(Literals.show(map)).isEqualTo("{\"a\": 2, \"c\": 1}");
  }

  @Test
  void whatIsSetInAViewOfValuesIsSetInValues() {
    Table values = table("values{\"a\": 1}");
    call("set", values, "b", true);
    assertThat(Literals.show(values)).isEqualTo("values{\"a\": 1, \"b\": true}");
  }

  @Test
  void mergedMapsOfTheSourceBelongToBoth() {
    Table target = table("{\"kept\": {\"a\": 1}, \"empty\": {}, \"nil\": nil}");
    Table source = table("{\"new\": {}, \"kept\": {\"b\": {}}, \"empty\": {}, \"nil\": {}}");
    call("merge", target, source);
    assertThat(target.get("new")).isSameAs(source.get("new"));
    assertThat(target.get("nil")).isSameAs(source.get("nil"));
    assertThat(target.get("empty")).isSameAs(source.get("empty"));
    assertThat(target.get("kept")).isNotSameAs(source.get("kept"));
    assertThat(((Table) target.get("kept")).get("b"))
        .isSameAs(((Table) source.get("kept")).get("b"));
  }

  @Test
  void anEmptyMapOfTheTargetIsFilledInPlace() {
    Table target = table("{\"a\": {}}");
    Object inner = target.get("a");
    call("merge", target, table("{\"a\": {\"b\": 1}}"));
    assertThat(target.get("a")).isSameAs(inner);
  }

  @Test
  void pickOmitAndTheListsShareWhatIsInThem() {
    Table map = table("{\"a\": {}}");
    Object inner = map.get("a");
    assertThat(((Table) call("pick", map, "a")).get("a")).isSameAs(inner);
    assertThat(((Table) call("omit", map, "b")).get("a")).isSameAs(inner);
    assertThat(((Sequence) call("values", map)).get(0)).isSameAs(inner);
    assertThat(((Sequence) call("append", Sequence.empty(), inner)).get(0)).isSameAs(inner);
  }

  @Test
  void aDeepCopySharesNothing() {
    Table map = table("{\"a\": {\"b\": [{}]}}");
    Table copy = (Table) call("deepCopy", map);
    call("set", copy.get("a"), "c", 1.0);
    assertThat(Literals.show(map)).isEqualTo("{\"a\": {\"b\": [{}]}}");
    Object innermost = ((Sequence) ((Table) map.get("a")).get("b")).get(0);
    assertThat(((Sequence) ((Table) copy.get("a")).get("b")).get(0)).isNotSameAs(innermost);
  }

  @Test
  void anEntryKeepsThePlaceItWasReadFrom() {
    var position = new dev.pintle.diagnostic.Position("values.yaml", 3, 1);
    Table source = new Table();
    source.put("a", 1.0, position);
    for (Object result :
        List.of(
            call("merge", new Table(), source),
            call("mergeOverwrite", new Table(), source),
            call("pick", source, "a"),
            call("omit", source),
            call("deepCopy", source))) {
      assertThat(((Table) result).positionOf("a")).isEqualTo(position);
    }
  }
}
