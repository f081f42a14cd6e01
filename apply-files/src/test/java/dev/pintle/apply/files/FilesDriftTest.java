package dev.pintle.apply.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.Drift;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.ObjectDifference.Kind;
import dev.pintle.testing.apply.SmallChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of files that were changed: with git, without, and from an incomplete history. */
class FilesDriftTest {

  @TempDir private Path root;

  private void apply() {
    new FilesApplier(root)
        .apply(new SmallChart().configMap("a", "1").configMap("b", "1").render("prod"));
  }

  private Drift drift() {
    return new FilesApplier(root).drift("web", "prod");
  }

  private Path file(String name) {
    return root.resolve("prod/web/configmap." + name + ".yaml");
  }

  private void edit(String name, String from, String to) throws IOException {
    Files.writeString(file(name), Files.readString(file(name)).replace(from, to));
  }

  private static List<String> fields(ObjectDifference object) {
    return object.fields().stream()
        .map(
            field ->
                field.path() + ": " + field.before() + "->" + field.after() + " " + field.manager())
        .toList();
  }

  @Test
  void withoutGitItIsKnownThatAFileWasChanged() throws IOException {
    apply();
    edit("a", "\"1\"", "\"2\"");
    Files.delete(file("b"));
    List<ObjectDifference> differing = drift().differing();
    assertThat(differing)
        .extracting(each -> each.kind() + " " + each.object().name())
        .containsExactly("CHANGED a", "ADDED configmap.b.yaml");
    assertThat(differing)
        .allSatisfy(
            each -> {
              assertThat(each.fields()).isEmpty();
              assertThat(each.before()).isNull();
              assertThat(each.after()).isNull();
            });
  }

  @Test
  void eachFieldHasTheAuthorOfItsLastChange() throws IOException {
    GitTree git = GitTree.in(root);
    apply();
    git.commit("Pintle", "release");
    edit("a", "value: \"1\"", "value: \"2\"\n  more: x");
    git.commit("Ann", "more");
    edit("a", "\"2\"", "\"3\"");
    git.commit("Bob", "three");
    edit("a", "\ndata:", "\ndata:\n  mine: z");
    Instant now = Instant.now();

    ObjectDifference changed = drift().differing().get(0);
    assertThat(drift().differing()).hasSize(1);
    assertThat(fields(changed))
        .containsExactly("data.mine: z->null ", "data.more: x->null Ann", "data.value: 3->1 Bob");
    assertThat(changed.fields().get(0).changedAt()).isNull();
    assertThat(changed.fields().get(1).changedAt())
        .isBetween(now.minus(Duration.ofMinutes(5)), now.plusSeconds(1));
  }

  @Test
  void aReleaseThatWasNeverCommittedIsNotInGit() throws IOException {
    GitTree git = GitTree.in(root);
    apply();
    edit("a", "\"1\"", "\"2\"");
    git.commit("Ann", "all at once");
    assertThat(drift().differing())
        .singleElement()
        .satisfies(
            changed -> {
              assertThat(changed.kind()).isEqualTo(Kind.CHANGED);
              assertThat(changed.fields()).isEmpty();
            });
  }

  @Test
  void whatIsNoYamlAnyMoreHasLostItsFields() throws IOException {
    GitTree git = GitTree.in(root);
    apply();
    git.commit("Pintle", "release");
    Files.writeString(file("a"), "<<<<<<< HEAD\n\t: [");
    assertThat(fields(drift().differing().get(0)))
        .contains("kind: null->ConfigMap ", "data: null->{value=1} ");
  }

  @Test
  void endsOfLinesAreGitsBusiness() throws IOException {
    apply();
    edit("a", "\n", "\r\n");
    assertThat(drift().isNone()).isTrue();
  }
}
