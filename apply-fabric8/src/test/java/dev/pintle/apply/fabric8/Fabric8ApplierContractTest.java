package dev.pintle.apply.fabric8;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ObjectRef;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.testing.apply.ApplierContract;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.values.Table;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

@OnControlPlane
class Fabric8ApplierContractTest extends ApplierContract {

  private final TestCluster cluster;
  private final String namespace;

  Fabric8ApplierContractTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.namespace = plane.newNamespace("contract");
  }

  @Override
  protected Applier open() {
    return cluster.applier();
  }

  @Override
  protected Applier openImpatient() {
    return cluster.impatientApplier();
  }

  @Override
  protected String namespace() {
    return namespace;
  }

  private static String path(ObjectRef object) {
    String plural = object.kind().toLowerCase(Locale.ROOT) + "s";
    return "/api/v1/namespaces/" + object.namespace() + "/" + plural + "/" + object.name();
  }

  @Override
  protected Optional<Table> live(ObjectRef object) {
    return cluster.get(path(object));
  }

  @Override
  protected void makeForeign(ObjectRef object) {
    cluster.merge(
        path(object),
        "{\"metadata\": {\"labels\": {\"app.kubernetes.io/managed-by\": null},"
            + " \"annotations\": {\"meta.helm.sh/release-name\": null,"
            + " \"meta.helm.sh/release-namespace\": null}}}",
        "somebody");
  }

  @Override
  protected void edit(ObjectRef object, Map<String, String> data) {
    cluster.merge(path(object), "{\"data\": " + json(data) + "}", "somebody");
  }

  private static String json(Map<String, String> data) {
    try {
      return JsonWriter.write(data);
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void remove(ObjectRef object) {
    cluster.delete(path(object));
  }
}
