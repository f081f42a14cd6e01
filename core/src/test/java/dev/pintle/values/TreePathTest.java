package dev.pintle.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreePathTest {

  private final Table tree =
      YamlReader.readMap(
          """
          spec:
            containers:
            - name: app
              image: a:1
          metadata:
            annotations:
              helm.sh/hook: test
          """,
          ReadOptions.of("t.yaml"));
  private final TreePath image = TreePath.top().key("spec").key("containers").index(0).key("image");

  @Test
  void leadsToAValueAndItsPosition() {
    assertThat(image.in(tree)).isEqualTo("a:1");
    assertThat(image.positionIn(tree)).hasToString("t.yaml:4:5");
  }

  @Test
  void leadsToTheNearestPositionOfWhatIsNotThere() {
    TreePath absent = TreePath.of(List.of("spec", "containers", 0, "env", 3));
    assertThat(absent.in(tree)).isNull();
    assertThat(absent.positionIn(tree).line()).isEqualTo(3);
    assertThat(TreePath.of(List.of("spec", "containers", 7)).in(tree)).isNull();
    assertThat(TreePath.of(List.of("spec", 1)).positionIn(tree).line()).isEqualTo(1);
    assertThat(TreePath.top().positionIn(tree)).isNull();
  }

  @Test
  void isWrittenAsPeopleWriteIt() {
    assertThat(image).hasToString("spec.containers[0].image");
    assertThat(TreePath.of(List.of("metadata", "annotations", "helm.sh/hook")))
        .hasToString("metadata.annotations[\"helm.sh/hook\"]");
  }

  @Test
  void isEqualByItsSteps() {
    assertThat(image).isEqualTo(TreePath.of(List.of("spec", "containers", 0, "image")));
    assertThat(image)
        .isNotEqualTo(TreePath.top())
        .hasSameHashCodeAs(TreePath.of(List.of("spec", "containers", 0, "image")));
  }
}
