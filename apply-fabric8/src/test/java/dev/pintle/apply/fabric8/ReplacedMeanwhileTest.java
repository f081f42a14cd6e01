package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.FaultyServer;
import dev.pintle.testing.cluster.FaultyServer.Fate;
import dev.pintle.testing.cluster.FaultyServer.Request;
import dev.pintle.testing.cluster.OnControlPlane;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody puts another object in the place of one just before it is deleted: after we looked, and
 * before the server does it. What they put there stays.
 */
@OnControlPlane
class ReplacedMeanwhileTest {

  private final TestCluster cluster;
  private final FaultyServer server;
  private final Fabric8Applier direct;
  private final Fabric8Applier applier;
  private final String namespace;
  private final AtomicInteger deletions = new AtomicInteger();

  ReplacedMeanwhileTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.server = new FaultyServer(plane);
    this.direct = cluster.applier();
    this.applier =
        Fabric8Applier.of(
            cluster.client(server.url(), plane.adminToken()), Fabric8Settings.defaults());
    this.namespace = plane.newNamespace("replaced");
  }

  @AfterEach
  void close() {
    applier.close();
    direct.close();
    server.close();
    cluster.close();
  }

  private static SmallChart hook(String policy) {
    return new SmallChart()
        .template(
            "hook.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: x
              annotations: {helm.sh/hook: "pre-install,pre-upgrade", helm.sh/hook-delete-policy: %s}
            """
                .formatted(policy));
  }

  private static SmallChart failing() {
    return new SmallChart()
        .configMap("x", "1")
        .template(
            "bad.yaml",
            "apiVersion: v1\nkind: Service\nmetadata: {name: bad}\nspec: {ports: [{port: 99999}]}");
  }

  /** Each deletion: what comes before, and the operation in whose midst it happens. */
  enum Case {
    PRUNE {
      @Override
      void before(ReplacedMeanwhileTest test) {
        test.direct.apply(new SmallChart().configMap("x", "1").render(test.namespace));
      }

      @Override
      void run(ReplacedMeanwhileTest test) {
        test.applier.apply(new SmallChart().configMap("other", "1").render(test.namespace));
      }
    },
    UNINSTALL {
      @Override
      void before(ReplacedMeanwhileTest test) {
        PRUNE.before(test);
      }

      @Override
      void run(ReplacedMeanwhileTest test) {
        test.applier.uninstall("web", test.namespace, UninstallOptions.defaults());
      }
    },
    CLEANUP {
      @Override
      void before(ReplacedMeanwhileTest test) {
        test.direct.apply(new SmallChart().configMap("other", "1").render(test.namespace));
      }

      @Override
      void run(ReplacedMeanwhileTest test) {
        test.applier.apply(
            failing().render(test.namespace), ApplyOptions.of(all -> all.cleanupOnFail()));
      }
    },
    UNDO {
      @Override
      void run(ReplacedMeanwhileTest test) {
        test.applier.apply(
            failing().render(test.namespace), ApplyOptions.of(all -> all.rollbackOnFailure()));
      }
    },
    BEFORE_HOOK_CREATION {
      @Override
      void before(ReplacedMeanwhileTest test) {
        test.direct.apply(hook("before-hook-creation").render(test.namespace));
      }

      @Override
      void run(ReplacedMeanwhileTest test) {
        test.applier.apply(
            hook("before-hook-creation").render(test.namespace),
            ApplyOptions.of(all -> all.serverSide(ApplyMethod.CLIENT_SIDE)));
      }
    },
    HOOK_SUCCEEDED {
      @Override
      void run(ReplacedMeanwhileTest test) {
        test.applier.apply(hook("hook-succeeded").render(test.namespace));
      }
    };

    void before(ReplacedMeanwhileTest test) {}

    abstract void run(ReplacedMeanwhileTest test);
  }

  private String map() {
    return "/api/v1/namespaces/" + namespace + "/configmaps/x";
  }

  private String uid() {
    return Fields.metadata(cluster.get(map()).orElseThrow(), "uid");
  }

  private String putAnotherThere() {
    cluster.delete(map());
    cluster.post(
        "/api/v1/namespaces/" + namespace + "/configmaps",
        "{\"metadata\": {\"name\": \"x\"}, \"data\": {\"it\": \"is theirs\"}}");
    return uid();
  }

  @ParameterizedTest
  @EnumSource
  void staysWhatSomebodyPutThere(Case deletion) {
    deletion.before(this);
    AtomicReference<String> theirs = new AtomicReference<>("none");
    server.plan(
        request -> {
          if (isDeletion(request) && deletions.incrementAndGet() == 1) {
            theirs.set(putAnotherThere());
          }
          return Fate.PASS;
        });
    try {
      deletion.run(this);
    } catch (ApplyException failed) {
      assertThat(failed.getMessage()).doesNotContain("Precondition");
    }
    assertThat(deletions).as("it was tried").hasPositiveValue();
    assertThat(uid()).isEqualTo(theirs.get());
  }

  private boolean isDeletion(Request request) {
    return request.method().equals("DELETE") && request.path().equals(map());
  }

  @Test
  void isLookedAtAgainIfItWasOnlyChanged() {
    Case.PRUNE.before(this);
    server.plan(
        request -> {
          if (isDeletion(request) && deletions.incrementAndGet() == 1) {
            cluster.merge(map(), "{\"data\": {\"another\": \"value\"}}", "somebody");
          }
          return Fate.PASS;
        });
    Case.PRUNE.run(this);
    assertThat(deletions).hasValue(2);
    assertThat(cluster.get(map())).isEmpty();
  }

  @Test
  void staysIfItAsksToBeKeptMeanwhile() {
    Case.PRUNE.before(this);
    server.plan(
        request -> {
          if (isDeletion(request) && deletions.incrementAndGet() == 1) {
            cluster.merge(
                map(),
                "{\"metadata\": {\"annotations\": {\"helm.sh/resource-policy\": \"keep\"}}}",
                "somebody");
          }
          return Fate.PASS;
        });
    Case.PRUNE.run(this);
    assertThat(deletions).hasValue(1);
    assertThat(cluster.get(map())).isPresent();
  }
}
