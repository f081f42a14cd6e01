package dev.pintle.render.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.release.Hook;
import dev.pintle.release.Resource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssemblerTest {

  private static Budget budget() {
    return new Budget(Limits.defaults(), "a test");
  }

  private static final Assembler.Traces NO_TRACES = (file, index) -> null;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pre-install                                       | pre-install
          Pre-Install                                       | pre-install
          pre-install,post-install                          | pre-install post-install
          ' pre-install , test'                             | pre-install test
          test                                              | test
          test-success                                      | test
          pre-rollback,post-rollback,pre-upgrade            | pre-rollback post-rollback pre-upgrade
          post-upgrade,pre-delete,post-delete               | post-upgrade pre-delete post-delete
          """)
  void anAnnotationMakesAHook(String annotation, String events) {
    Assembler.Assembled assembled = assemble(hook("helm.sh/hook: \"" + annotation + "\""));
    assertThat(assembled.resources()).isEmpty();
    assertThat(assembled.hooks()).hasSize(1);
    assertThat(
            assembled.hooks().get(0).events().stream()
                .map(Hook.Event::helmName)
                .collect(Collectors.joining(" ")))
        .isEqualTo(events);
  }

  /** Helm logs this, and leaves the object out. */
  @ParameterizedTest
  @CsvSource({"none", "test-failure", "crd-install", "'pre-install,none'", "'pre-install,'", "''"})
  void anEventThatHelmDoesNotKnowMakesTheObjectVanish(String annotation) {
    Assembler.Assembled assembled = assemble(hook("helm.sh/hook: \"" + annotation + "\""));
    assertThat(assembled.resources()).isEmpty();
    assertThat(assembled.hooks()).isEmpty();
    assertThat(assembled.warnings())
        .extracting(Diagnostic::kind, Diagnostic::message, Diagnostic::note)
        .containsExactly(
            tuple(
                Diagnostic.Kind.NOTICE,
                "skipping unknown hooks",
                "hookTypes=" + (annotation.isEmpty() ? "\"\"" : annotation)));
  }

  @ParameterizedTest
  @CsvSource({"5,5", "-5,-5", "+5,5", "05,5", "x,0", "'',0", "1.5,0", "' 5',0", "0x10,0"})
  void aWeightThatIsNoNumberIsZero(String annotation, int weight) {
    Assembler.Assembled assembled =
        assemble(hook("helm.sh/hook: test", "helm.sh/hook-weight: \"" + annotation + "\""));
    assertThat(assembled.hooks().get(0).weight()).isEqualTo(weight);
  }

  @Test
  void policiesAreLists() {
    Assembler.Assembled assembled =
        assemble(
            hook(
                "helm.sh/hook: test",
                "helm.sh/hook-delete-policy: before-hook-creation",
                "helm.sh/hook-output-log-policy: hook-succeeded, HOOK-failed"));
    Hook hook = assembled.hooks().get(0);
    assertThat(hook.deletePolicies()).containsExactly("before-hook-creation");
    assertThat(hook.outputLogPolicies()).containsExactly("hook-succeeded", "hook-failed");
    assertThat(assemble(hook("helm.sh/hook: test")).hooks().get(0).deletePolicies()).isEmpty();
  }

  @Test
  void hooksAreOrderedByKindNotByWeight() {
    Assembler.Assembled assembled =
        assemble(
            "kind: Job\n"
                + "metadata: {annotations: {helm.sh/hook: test, helm.sh/hook-weight: \"-1\"}}\n"
                + "---\n"
                + "kind: Pod\n"
                + "metadata: {annotations: {helm.sh/hook: test}}\n"
                + "---\n"
                + "kind: Secret\n"
                + "metadata: {annotations: {helm.sh/hook: test}}\n");
    assertThat(assembled.hooks())
        .extracting(hook -> hook.resource().kind())
        .containsExactly("Secret", "Pod", "Job");
  }

  @Test
  void objectsOfOneKindKeepTheOrderOfFilesAndDocuments() {
    TreeMap<String, String> files = new TreeMap<>(GoStrings.BYTE_ORDER);
    files.put("c/templates/b.yaml", "kind: Pod\nmetadata: {name: b1}\n---\nkind: Secret\n");
    files.put("c/templates/a.yaml", "kind: Pod\nmetadata: {name: a1}\n---\nkind: Pod\n");
    assertThat(Assembler.assemble(files, "c", false, NO_TRACES, budget()).resources())
        .extracting(Resource::source, Resource::kind, Resource::name)
        .extracting(Object::toString)
        .containsExactly(
            "(\"c/templates/b.yaml\", \"Secret\", \"\")",
            "(\"c/templates/a.yaml\", \"Pod\", \"a1\")",
            "(\"c/templates/a.yaml\", \"Pod\", \"\")",
            "(\"c/templates/b.yaml\", \"Pod\", \"b1\")");
  }

  @Test
  void onlyTheRootsNotesAreKept() {
    TreeMap<String, String> files = new TreeMap<>(GoStrings.BYTE_ORDER);
    files.put("c/templates/NOTES.txt", "root: [not YAML");
    files.put("c/charts/s/templates/NOTES.txt", "sub: [not YAML");
    Assembler.Assembled assembled = Assembler.assemble(files, "c", false, NO_TRACES, budget());
    assertThat(assembled.notes()).isEqualTo("root: [not YAML");
    assertThat(assembled.resources()).isEmpty();
  }

  @Test
  void brokenYamlNamesItsTemplateAndKeepsWhatWasRendered() {
    assertThatThrownBy(() -> assemble("kind: Pod\n---\na: b: c\n"))
        .isInstanceOf(ManifestException.class)
        .hasMessageStartingWith(
            "YAML parse error on c/templates/a.yaml: error converting YAML to JSON: yaml: ")
        .satisfies(
            e ->
                assertThat(((ManifestException) e).rendered())
                    .contains("# Source: c/templates/a.yaml\n", "a: b: c"));
  }

  private static Assembler.Assembled assemble(String text) {
    return Assembler.assemble(
        new TreeMap<>(Map.of("c/templates/a.yaml", text)), "c", false, NO_TRACES, budget());
  }

  private static String hook(String... annotations) {
    return "kind: Pod\nmetadata:\n  annotations:\n    " + String.join("\n    ", annotations) + "\n";
  }
}
