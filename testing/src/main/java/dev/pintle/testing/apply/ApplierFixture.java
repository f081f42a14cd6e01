package dev.pintle.testing.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.Feature;
import dev.pintle.apply.ObjectRef;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.values.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Where a contract's releases go, and how one looks at what is there. */
abstract class ApplierFixture {

  static final String NAME = "web";

  Applier applier;
  String namespace;

  /** Opens an applier; all of them bring releases to the same place. */
  protected abstract Applier open();

  /**
   * Opens an applier that soon takes others for gone, if it looks for signs of life; the other ones
   * should have much patience, or a busy machine makes the contract fail.
   */
  protected Applier openImpatient() {
    return open();
  }

  /** A namespace of that place which nothing else uses; it is there already. */
  protected abstract String namespace();

  /**
   * An object as it is now, if it is there. ConfigMaps are asked for, and with {@link
   * Feature#DRIFT} Secrets.
   */
  protected abstract Optional<Table> live(ObjectRef object);

  /** Takes marks of ownership off an object, where an applier leaves any. */
  protected void makeForeign(ObjectRef object) {
    assertThat(live(object)).isPresent();
  }

  /**
   * Changes an object as somebody would who is not the applier.
   *
   * @param data what to set under {@code data}; the rest stays
   */
  protected void edit(ObjectRef object, Map<String, String> data) {
    throw new UnsupportedOperationException("say here how " + object + " gets " + data);
  }

  /** Deletes an object as somebody would who is not the applier. */
  protected void remove(ObjectRef object) {
    throw new UnsupportedOperationException("say here how " + object + " is deleted");
  }

  @BeforeEach
  void openApplier() {
    applier = open();
    namespace = namespace();
  }

  @AfterEach
  void closeApplier() {
    applier.close();
  }

  Release release(SmallChart chart) {
    return release(chart, request -> {});
  }

  Release release(SmallChart chart, Consumer<ReleaseRequest.Builder> more) {
    return chart.render(namespace, more);
  }

  ObjectRef configMap(String name) {
    return new ObjectRef("v1", "ConfigMap", namespace, name);
  }

  Object value(String name) {
    return data(configMap(name), "value");
  }

  Object data(ObjectRef object, String key) {
    return live(object)
        .map(there -> there.get("data"))
        .filter(Table.class::isInstance)
        .map(data -> ((Table) data).get(key))
        .orElse(null);
  }

  static List<String> names(Collection<ObjectRef> objects) {
    return objects.stream().map(ObjectRef::name).sorted().toList();
  }

  boolean has(Feature feature) {
    return applier.features().contains(feature);
  }

  static ApplyException failure(Runnable operation) {
    return catchThrowableOfType(ApplyException.class, operation::run);
  }

  void assertRefused(Runnable operation) {
    ApplyException refusal = failure(operation);
    assertThat(refusal).as("a refusal of what is not declared").isNotNull();
    assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
  }
}
