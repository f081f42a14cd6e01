package dev.pintle.apply.fabric8;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ProgressListener;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.testing.apply.SmallChart;

/**
 * A release from its installation to its end: its second revision changes an object, makes one,
 * deletes one, leaves one alone, keeps one that it has no more, and has a hook.
 */
final class Life {

  /** A step of it, in the order of a life. */
  enum Step {
    INSTALL {
      @Override
      void run(Applier applier, String namespace, ProgressListener listener) {
        applier.apply(first().render(namespace), options -> options.progress(listener));
      }
    },
    UPGRADE {
      @Override
      void run(Applier applier, String namespace, ProgressListener listener) {
        applier.apply(second().render(namespace), options -> options.progress(listener));
      }
    },
    ROLLBACK {
      @Override
      void run(Applier applier, String namespace, ProgressListener listener) {
        applier.rollback(
            "web", namespace, 1, ApplyOptions.of(options -> options.progress(listener)));
      }
    },
    UNINSTALL {
      @Override
      void run(Applier applier, String namespace, ProgressListener listener) {
        applier.uninstall(
            "web",
            namespace,
            UninstallOptions.of(options -> options.ignoreNotFound().progress(listener)));
      }
    };

    abstract void run(Applier applier, String namespace, ProgressListener listener);
  }

  private Life() {}

  static SmallChart first() {
    return new SmallChart()
        .configMap("changed", "1")
        .configMap("gone", "1")
        .configMap("same", "1")
        .kept("kept");
  }

  static SmallChart second() {
    return new SmallChart()
        .configMap("changed", "2")
        .configMap("made", "2")
        .configMap("same", "1")
        .template(
            "hook.yaml",
            """
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: hook
              annotations: {helm.sh/hook: pre-upgrade}
            spec:
              backoffLimit: 0
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: main, image: none}]
            """);
  }
}
