package dev.pintle.schema.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Kind;
import dev.pintle.diagnostic.PintleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Custom resources against their definitions. */
class CustomResourcesTest {

  private static final String CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.example.com}
      spec:
        group: example.com
        names: {kind: Widget, plural: widgets}
        scope: Namespaced
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                required: [spec]
                properties:
                  spec:
                    type: object
                    required: [size]
                    properties:
                      size: {type: integer, minimum: 1, maximum: 9, exclusiveMaximum: true}
                      color: {type: string, enum: [red, green], nullable: true}
                      mode: {type: string, default: fast}
                      name: {type: string, pattern: '^[a-z]+$', maxLength: 5}
                      port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
                      every: {type: string, format: duration}
                      extra: {type: object, x-kubernetes-preserve-unknown-fields: true}
                      none: {type: object}
                      labels: {type: object, additionalProperties: {type: string}}
                      pod: {type: object, x-kubernetes-embedded-resource: true}
                      items:
                        type: array
                        maxItems: 2
                        items: {type: string}
                      one:
                        type: object
                        properties:
                          a: {type: string}
                          b: {type: string}
                        oneOf:
                          - required: [a]
                          - required: [b]
      """;

  private static final KubernetesSchemas STRICT = KubernetesSchemas.version("1.34").strict();

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size: 1                          | ",
        "size: 0                          | spec.size: minimum: want 1",
        "size: 9                          | spec.size: exclusiveMaximum: want 9",
        "size: '1'                        | spec.size: got string, want integer",
        "size: null                       | spec.size: got null, want integer",
        "color: red                       | spec: missing property 'size'",
        "size: 1, color: null             | ",
        "size: 1, color: blue             | spec.color: value must be one of 'red', 'green', <nil>",
        "size: 1, mode: null              | ",
        "size: 1, name: null              | spec.name: got null, want string",
        "size: 1, name: A                 | spec.name: does not match pattern '^[a-z]+$'",
        "size: 1, name: abcdef            | spec.name: maxLength: got 6, want 5",
        "size: 1, port: 80                | ",
        "size: 1, port: http              | ",
        "size: 1, port: 1.5               | spec.port: got number, want integer or string",
        "size: 1, every: 1h30m            | ",
        "size: 1, every: P1D              | ",
        "size: 1, extra: {a: {b: 1}}      | ",
        "size: 1, none: {a: 1}            | unknown field spec.none.a",
        "size: 1, labels: {a: 1}          | spec.labels.a: got number, want string",
        "size: 1, colour: red             | unknown field spec.colour",
        "size: 1, pod: {kind: Pod, metadata: {name: 1}} | spec.pod.metadata.name: got number, want"
            + " null or string",
        "size: 1, pod: {spec: {}}         | unknown field spec.pod.spec",
        "size: 1, items: [a, b, c]        | spec.items: maxItems: got 3, want 2",
        "size: 1, items: [a, null]        | spec.items[1]: got null, want string",
        "size: 1, one: {a: x}             | ",
        "size: 1, one: {a: x, b: z}       | spec.one: 'oneOf' failed, subschemas 0, 1 matched"
      })
  void followsStructuralSchemas(String spec, String message) {
    List<Diagnostic> found = STRICT.validate(RenderedObject.release(widget(spec), List.of(CRD)));
    if (message == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).extracting(Diagnostic::message).containsExactly("Widget w: " + message);
    }
  }

  private static String widget(String spec) {
    return "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec: {" + spec + "}\n";
  }

  @Test
  void checksMetadataWhateverTheDefinitionSays() {
    String widget = widget("size: 1").replace("name: w", "name: w, lables: {}");
    assertThat(STRICT.validate(RenderedObject.release(widget, List.of(CRD))))
        .extracting(Diagnostic::message)
        .containsExactly("Widget w: unknown field metadata.lables");
  }

  @Test
  void readsDefinitionsFromDirectories() throws Exception {
    Files.createDirectories(directory.resolve("a/b"));
    Files.writeString(directory.resolve("a/b/crds.yml"), "---\nkind: Other\n---\n" + CRD);
    Files.writeString(directory.resolve("README.md"), "no YAML: [");
    KubernetesSchemas schemas = STRICT.withCrds(directory);
    assertThat(schemas.validate(RenderedObject.release(widget("size: 1")))).isEmpty();
    assertThat(schemas.validate(RenderedObject.release(widget("size: 0")))).hasSize(1);
  }

  @Test
  void namesTheVersionThatADefinitionHas() {
    String widget = widget("size: 1").replace("example.com/v1", "example.com/v2");
    Diagnostic finding = STRICT.validate(RenderedObject.release(widget, List.of(CRD))).get(0);
    assertThat(finding.kind()).isEqualTo(Kind.OBJECT_SCHEMA);
    assertThat(finding.message())
        .isEqualTo("Widget w: c/crds/x.yaml does not define Widget of example.com/v2");
  }

  @Test
  void saysWhenADefinitionCannotBeUsed() {
    String crd = CRD.replace("'^[a-z]+$'", "'('");
    Diagnostic finding =
        STRICT.validate(RenderedObject.release(widget("size: 1"), List.of(crd))).get(0);
    assertThat(finding.kind()).isEqualTo(Kind.UNKNOWN_KIND);
    assertThat(finding.message()).contains("cannot be used", "invalid regex");
  }

  @Test
  void refusesADirectoryThatIsNotThere() {
    assertThatThrownBy(() -> STRICT.withCrds(directory.resolve("none")))
        .isInstanceOf(PintleException.class)
        .hasMessageContaining("none: no such file or directory");
  }
}
