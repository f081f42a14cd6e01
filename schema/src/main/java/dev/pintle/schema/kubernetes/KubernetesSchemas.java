package dev.pintle.schema.kubernetes;

import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Kind;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.limit.Budget;
import dev.pintle.release.Hook;
import dev.pintle.release.KubeVersion;
import dev.pintle.release.Release;
import dev.pintle.release.Resource;
import dev.pintle.release.manifest.ManifestDocuments;
import dev.pintle.release.manifest.ManifestHeadReader;
import dev.pintle.schema.keyword.Dialects;
import dev.pintle.validate.ReleaseValidator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks rendered objects against the schemas of a Kubernetes version's API, and custom resources
 * against the definitions that the chart brings along or that the caller hands in.
 *
 * <pre>{@code
 * KubernetesSchemas.version("1.34").strict().withCrds(Path.of("crds")).validate(release)
 * }</pre>
 *
 * <p>The verdicts are those of kubeconform with the same schemas; {@code docs/compatibility.md}
 * lists what differs. What only the API server knows, such as rules in CEL, names that are taken,
 * or admission, is not checked. The schemas come from Kubernetes' published OpenAPI; nothing is
 * fetched.
 *
 * <p>Immutable and safe for use by several threads. The schemas are read when the first release is
 * checked, and each kind's is compiled when it is first met, so keep an instance for many releases.
 */
public final class KubernetesSchemas implements ReleaseValidator {

  private static final List<String> VERSIONS =
      List.of("1.30", "1.31", "1.32", "1.33", "1.34", "1.35");

  private final String version;
  private final boolean strict;
  private final List<ChartFile> crds;

  // Read when first used, and then kept.
  private BuiltInKinds builtIn;
  private CustomKinds custom;

  private KubernetesSchemas(String version, boolean strict, List<ChartFile> crds) {
    this.version = version;
    this.strict = strict;
    this.crds = List.copyOf(crds);
  }

  /**
   * The schemas of a Kubernetes version.
   *
   * @param version such as {@code 1.34} or {@code v1.34.2}; what follows the minor version does not
   *     matter
   * @throws PintleException if the schemas of that version are not there
   */
  public static KubernetesSchemas version(String version) {
    KubeVersion asked = KubeVersion.parse(version);
    String minor = asked.major() + "." + asked.minor();
    if (!VERSIONS.contains(minor)) {
      throw new PintleException(
          Kind.KUBE_VERSION,
          "no schemas of Kubernetes " + minor + "; there are " + String.join(", ", VERSIONS));
    }
    return new KubernetesSchemas(minor, false, List.of());
  }

  /** The Kubernetes versions whose schemas are there, the oldest first, such as {@code 1.34}. */
  public static List<String> versions() {
    return VERSIONS;
  }

  /** The newest Kubernetes version whose schemas are there. */
  public static KubernetesSchemas newest() {
    return version(VERSIONS.get(VERSIONS.size() - 1));
  }

  /** The same, but fields that a schema does not know, and keys that stand twice, are errors. */
  public KubernetesSchemas strict() {
    return new KubernetesSchemas(version, true, crds);
  }

  /**
   * The same with the custom resources that the YAML and JSON files in a directory define, and in
   * those below it.
   *
   * @param path a directory, or one file
   * @throws PintleException if it cannot be read
   */
  public KubernetesSchemas withCrds(Path path) {
    List<ChartFile> all = new ArrayList<>(crds);
    all.addAll(CrdDirectory.read(path));
    return new KubernetesSchemas(version, strict, all);
  }

  /** The Kubernetes version, without its patch number. */
  public String version() {
    return version;
  }

  @Override
  public List<Diagnostic> validate(Release release, Budget budget) {
    KnownKinds kinds = kinds(release, budget);
    List<Diagnostic> found = new ArrayList<>();
    if (release.parts().crds()) {
      release.crds().forEach(file -> definitions(file, kinds, found, budget));
    }
    for (Resource resource : release.resources()) {
      found.addAll(ObjectCheck.check(resource, kinds, budget));
    }
    for (Hook hook : release.shownHooks()) {
      found.addAll(ObjectCheck.check(hook.resource(), kinds, budget));
    }
    return found;
  }

  private synchronized KnownKinds kinds(Release release, Budget budget) {
    if (builtIn == null) {
      Dialects dialects = new Dialects();
      builtIn = new BuiltInKinds(version, strict, dialects, budget);
      custom = new CustomKinds(builtIn, strict, dialects, crds);
    }
    return new KnownKinds(version, builtIn, custom, custom.filesFor(release), strict);
  }

  /** Definitions of custom resources are objects too. */
  private static void definitions(
      ChartFile file, KnownKinds kinds, List<Diagnostic> found, Budget budget) {
    for (ManifestDocuments.Document document : ManifestDocuments.split(file.text())) {
      try {
        String text = document.text();
        Resource crd =
            new Resource(file.name(), text, ManifestHeadReader.read(text), Resource.Trace.UNKNOWN);
        found.addAll(ObjectCheck.check(crd, kinds, budget));
      } catch (YamlException notReadable) {
        found.add(
            Diagnostic.of(
                Kind.OBJECT_SCHEMA, notReadable.getMessage(), new Position(file.name(), 0, 0)));
      }
    }
  }
}
