package dev.pintle.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.release.BindException;
import dev.pintle.release.NoSuchResourceException;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A release's resources as objects of classes; the chart is in the test's resources. */
class TypedObjectsTest {

  private static final Path CHART = Path.of("src/test/resources/charts/typed");

  /** A custom resource's class as a caller would write it, without fabric8's client. */
  @Group("shop.example.com")
  @Version("v1")
  @Kind("Crate")
  public static class CrateResource implements HasMetadata {
    private static final long serialVersionUID = 1L;

    /** What a crate is to be. */
    public static class Spec {
      public int bottles;
    }

    private ObjectMeta metadata;
    private String apiVersion;
    private String kind;
    private Spec spec;

    public Spec getSpec() {
      return spec;
    }

    public void setSpec(Spec spec) {
      this.spec = spec;
    }

    @Override
    public ObjectMeta getMetadata() {
      return metadata;
    }

    @Override
    public void setMetadata(ObjectMeta metadata) {
      this.metadata = metadata;
    }

    @Override
    public String getApiVersion() {
      return apiVersion;
    }

    @Override
    public void setApiVersion(String apiVersion) {
      this.apiVersion = apiVersion;
    }

    @Override
    public String getKind() {
      return kind;
    }

    public void setKind(String kind) {
      this.kind = kind;
    }
  }

  private static Release release(String... sets) {
    return release(request -> List.of(sets).forEach(request::set));
  }

  private static Release release(Consumer<ReleaseRequest.Builder> settings) {
    return Pintle.render(
        Chart.load(CHART), request -> settings.accept(request.name("shop").namespace("prod")));
  }

  @Test
  void givesOneByClassAndName() {
    Deployment app = release().one(Deployment.class, "shop-app");
    assertThat(app.getSpec().getReplicas()).isEqualTo(3);
    assertThat(app.getSpec().getTemplate().getSpec().getContainers().get(0).getImage())
        .isEqualTo("registry.example.com/app:1.2.3");
  }

  @Test
  void givesAllOfAClassInTheOrderOfTheManifest() {
    assertThat(release().all(Service.class))
        .extracting(service -> service.getMetadata().getName())
        .containsExactly("shop-app", "shop-db");
    assertThat(release().all(Pod.class)).extracting(HasMetadata::getKind).containsExactly("Pod");
  }

  @Test
  void givesNewObjectsEachTime() {
    Release release = release();
    release.one(Deployment.class).getSpec().setReplicas(99);
    assertThat(release.one(Deployment.class).getSpec().getReplicas()).isEqualTo(3);
  }

  @Test
  void givesIstioClasses() {
    VirtualService routes = release().one(VirtualService.class);
    assertThat(routes.getSpec().getHttp().get(0).getRoute())
        .extracting(route -> route.getWeight())
        .containsExactly(90, 10);
  }

  @Test
  void givesAnythingAsTheClassThatIsKnownForIt() {
    assertThat(release().all(HasMetadata.class))
        .hasSize(release().shownResources().size())
        .hasAtLeastOneElementOfType(Deployment.class)
        .hasAtLeastOneElementOfType(VirtualService.class)
        .hasAtLeastOneElementOfType(GenericKubernetesResource.class);
  }

  @Test
  void givesUnknownKindsAsGenericResources() {
    HasMetadata crate = release().one(HasMetadata.class, "shop-crate");
    assertThat(crate)
        .isInstanceOfSatisfying(
            GenericKubernetesResource.class,
            generic -> assertThat(generic.<Integer>get("spec", "bottles")).isEqualTo(12));
    assertThat(release().all(GenericKubernetesResource.class))
        .extracting(HasMetadata::getKind)
        .contains("Deployment", "Crate");
  }

  @Test
  void givesClassesOfTheCallers() {
    assertThat(release().one(CrateResource.class).getSpec().bottles).isEqualTo(12);
    assertThat(
            release()
                .objects(Fabric8Binder.knowing(CrateResource.class))
                .one(HasMetadata.class, "shop-crate"))
        .isInstanceOf(CrateResource.class);
  }

  @Test
  void givesHooksUnlessTheyAreNotPrinted() {
    assertThat(release().one(Pod.class, "shop-test").getKind()).isEqualTo("Pod");
    assertThat(release(request -> request.skipTests(true)).all(Pod.class)).isEmpty();
  }

  @Test
  void givesCrdsIfTheyArePrinted() {
    assertThat(release().all(CustomResourceDefinition.class)).isEmpty();
    Release release = release(request -> request.includeCrds(true));
    assertThat(release.one(CustomResourceDefinition.class).getSpec().getGroup())
        .isEqualTo("shop.example.com");
    assertThat(release.resource("CustomResourceDefinition", "crates.shop.example.com").originOf(3))
        .hasToString(
            "Origin[position=typed/crds/crates.yaml:3:1, sourceLine=kind:"
                + " CustomResourceDefinition]");
  }

  @Test
  void findsResourcesByKind() {
    assertThat(release().resource("Crate", "shop-crate").source())
        .isEqualTo("typed/templates/crate.yaml");
  }

  @Test
  void tellsVersionsOfAKindApart() {
    assertThatThrownBy(() -> release("oldIngress=true").one(Ingress.class, "shop-app"))
        .isInstanceOf(NoSuchResourceException.class)
        .hasMessage(
            "release shop has no networking.k8s.io/v1 Ingress \"shop-app\", but"
                + " extensions/v1beta1 Ingress/shop-app of typed/templates/ingress.yaml");
    assertThat(
            release("oldIngress=true")
                .one(io.fabric8.kubernetes.api.model.extensions.Ingress.class)
                .getSpec()
                .getRules())
        .hasSize(1);
  }

  @Test
  void saysWhatThereIs() {
    NoSuchResourceException failure =
        catchThrowableOfType(
            NoSuchResourceException.class, () -> release().one(Service.class, "shop-ap"));
    assertThat(failure)
        .hasMessage(
            "release shop has no v1 Service \"shop-ap\"; it has Service/shop-app of"
                + " typed/templates/services.yaml, Service/shop-db of"
                + " typed/templates/services.yaml in namespace data");
    assertThat(failure.diagnostics().get(0).hints())
        .containsExactly(new Hint.DidYouMean("shop-app", null));
    assertThatThrownBy(() -> release().one(ConfigMap.class))
        .hasMessage(
            "release shop has no v1 ConfigMap; it has 1 Crate, 1 Deployment, 1 Pod, 2 Service,"
                + " 1 VirtualService");
  }

  @Test
  void saysWhichThereAreIfThereIsMoreThanOne() {
    assertThatThrownBy(() -> release().one(Service.class))
        .hasMessage(
            "release shop has more than one v1 Service: Service/shop-app of"
                + " typed/templates/services.yaml, Service/shop-db of"
                + " typed/templates/services.yaml in namespace data");
    assertThat(release().objects().in("data").one(Service.class).getMetadata().getName())
        .isEqualTo("shop-db");
    assertThat(release().objects().in("prod").one(Service.class).getMetadata().getName())
        .isEqualTo("shop-app");
  }

  @Test
  void reportsEveryUnknownFieldWithItsTemplateLine() {
    BindException failure =
        catchThrowableOfType(
            BindException.class, () -> release("typos=true").one(Deployment.class));
    assertThat(failure)
        .hasMessage(
            """
            Deployment/shop-app of typed/templates/deployment.yaml is not what \
            io.fabric8.kubernetes.api.model.apps.Deployment knows:
              typed/templates/deployment.yaml:8:3: spec.replica: DeploymentSpec has no field replica
              typed/templates/deployment.yaml:19:13: spec.template.spec.containers[0].imagePullpolicy: \
            Container has no field imagePullpolicy
              typed/templates/deployment.yaml:19:13: \
            spec.template.spec.containers[0].resources.limit: ResourceRequirements has no field limit\
            """);
    Diagnostic second = failure.diagnostics().get(1);
    assertThat(second.kind()).isEqualTo(Diagnostic.Kind.UNKNOWN_FIELD);
    assertThat(second.position()).hasToString("typed/templates/deployment.yaml (rendered):18:9");
    assertThat(second.sourceLine()).isNull();
    assertThat(second.revealed().sourceLine()).isEqualTo("        imagePullpolicy: Always");
    assertThat(second.origin()).hasToString("typed/templates/deployment.yaml:19:13");
    assertThat(second.hints()).contains(new Hint.DidYouMean("imagePullPolicy", null));
  }

  @Test
  void reportsUnknownFieldsAmongThoseOfWhichOneMayBeGiven() {
    assertThatThrownBy(() -> release("typos=true").one(VirtualService.class))
        .isInstanceOf(BindException.class)
        .hasMessageContaining(
            "spec.http[0].match[0].uri.prefixx: StringMatch has no field prefixx");
  }

  @Test
  void handsUnknownFieldsToWhoeverWantsThem() {
    List<Diagnostic> unknown = new ArrayList<>();
    Deployment app =
        release("typos=true").objects().reportingUnknownFields(unknown::add).one(Deployment.class);
    assertThat(unknown).hasSize(3);
    assertThat(app.getSpec().getAdditionalProperties()).containsEntry("replica", 3);
  }

  @Test
  void refusesValuesOfAnotherType() {
    BindException failure =
        catchThrowableOfType(
            BindException.class, () -> release("unquoted=true").one(Deployment.class));
    assertThat(failure)
        .hasMessageContaining(
            "typed/templates/deployment.yaml:22:13: spec.template.spec.containers[0].env[0].value:"
                + " String expected, found number");
    assertThat(failure.diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactly(Diagnostic.Kind.FIELD_TYPE);
  }

  @Test
  void refusesClassesThatAreForNoResource() {
    assertThatThrownBy(() -> release().all(ObjectMeta.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not say which resources it is for");
    assertThatThrownBy(
            () ->
                release()
                    .objects()
                    .bind(release().resource("Crate", "shop-crate"), Deployment.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "io.fabric8.kubernetes.api.model.apps.Deployment is for apps/v1 Deployment, not for"
                + " shop.example.com/v1 Crate");
  }
}
