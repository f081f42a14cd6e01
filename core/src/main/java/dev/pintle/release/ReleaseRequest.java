package dev.pintle.release;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.limit.Limits;
import dev.pintle.values.JavaValues;
import dev.pintle.values.Table;
import dev.pintle.values.input.SetFlag;
import dev.pintle.values.input.UserValues;
import dev.pintle.values.input.ValuesFileReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a release shall be: its name, its values and what it is rendered for. Immutable, safe to
 * share between threads, good for any number of renderings.
 *
 * @param name the release's name
 * @param namespace the namespace it is meant for
 * @param revision what templates see as {@code .Release.Revision}; 0 if that is not known yet, and
 *     then they see a 1, as with {@code helm template}
 * @param isUpgrade whether {@code .Release.IsUpgrade} is true, and not {@code .Release.IsInstall}
 * @param values the user's values, merged; frozen
 * @param capabilities what templates see as {@code .Capabilities}
 * @param skipSchemaValidation whether {@code values.schema.json} is left alone
 * @param dnsEnabled whether {@code getHostByName} may ask
 * @param parts what the manifest shows besides the resources
 * @param subchartNotes whether the notes of the charts below are notes of the release, too
 * @param warns whether to look for more than Helm warns of
 * @param warnings what was found of that while the values were merged
 */
public record ReleaseRequest(
    String name,
    String namespace,
    int revision,
    boolean isUpgrade,
    Table values,
    Capabilities capabilities,
    boolean skipSchemaValidation,
    boolean dnsEnabled,
    Release.Parts parts,
    boolean subchartNotes,
    boolean warns,
    List<Diagnostic> warnings) {

  /** Values are frozen, the list is copied. */
  public ReleaseRequest {
    values.freeze();
    warnings = List.copyOf(warnings);
  }

  /** The same with other values of the user's, as they are. */
  public ReleaseRequest withValues(Table newValues) {
    return with(newValues, capabilities);
  }

  /** The same for a target that can do something else. */
  public ReleaseRequest withCapabilities(Capabilities newCapabilities) {
    return with(values, newCapabilities);
  }

  private ReleaseRequest with(Table newValues, Capabilities newCapabilities) {
    return new ReleaseRequest(
        name,
        namespace,
        revision,
        isUpgrade,
        newValues,
        newCapabilities,
        skipSchemaValidation,
        dnsEnabled,
        parts,
        subchartNotes,
        warns,
        warnings);
  }

  /**
   * Builds a request.
   *
   * @throws dev.pintle.diagnostic.PintleException with Helm's message if a values file or a flag is
   *     at fault
   */
  public static ReleaseRequest of(Consumer<Builder> settings) {
    Builder builder = new Builder();
    settings.accept(builder);
    return builder.build();
  }

  /** Collects the parts of a request; its methods are named as Helm names its flags. */
  public static final class Builder {
    private String name = "release-name";
    private String namespace = "default";
    private int revision;
    private boolean isUpgrade;
    private final UserValues values = new UserValues();
    private ValuesFileReader files = ValuesFileReader.local();
    private Limits limits = Limits.defaults();
    private Capabilities capabilities = Capabilities.standard();
    private KubeVersion kubeVersion;
    private final List<String> apiVersions = new ArrayList<>();
    private boolean skipSchemaValidation;
    private boolean dnsEnabled;
    private boolean includeCrds;
    private boolean noHooks;
    private boolean subchartNotes;
    private boolean skipTests;
    private boolean warns;

    private Builder() {}

    /** The release's name; {@code release-name} if none is given. */
    public Builder name(String releaseName) {
      this.name = releaseName;
      return this;
    }

    /** The namespace; {@code default} if none is given. */
    public Builder namespace(String releaseNamespace) {
      this.namespace = releaseNamespace;
      return this;
    }

    /** Adds a values file; later ones win. */
    public Builder valuesFrom(Path file) {
      values.file(file.toString());
      return this;
    }

    /** Adds a values file by the name that {@link #filesFrom} knows it by. */
    public Builder valuesFrom(String file) {
      values.file(file);
      return this;
    }

    /** Adds values as a values file would have them: every number becomes a {@code float64}. */
    public Builder values(Map<String, ?> javaValues) {
      values.table(JavaValues.table(javaValues));
      return this;
    }

    /** Adds a flag that sets single values, such as {@code --set a.b=c}. */
    public Builder set(SetFlag flag, String text) {
      values.flag(flag, text);
      return this;
    }

    /** {@code --set}. */
    public Builder set(String text) {
      return set(SetFlag.SET, text);
    }

    /** {@code --set-string}. */
    public Builder setString(String text) {
      return set(SetFlag.SET_STRING, text);
    }

    /** {@code --set-json}. */
    public Builder setJson(String text) {
      return set(SetFlag.SET_JSON, text);
    }

    /**
     * Who reads values files and the files of {@code --set-file}; the local file system by default.
     */
    public Builder filesFrom(ValuesFileReader reader) {
      this.files = reader;
      return this;
    }

    /** What values files and flags may hold. */
    public Builder limits(Limits inputLimits) {
      this.limits = inputLimits;
      return this;
    }

    /** {@code --kube-version}. */
    public Builder kubeVersion(String version) {
      this.kubeVersion = KubeVersion.parse(version);
      return this;
    }

    /** {@code --api-versions}: more than those that Helm knows. */
    public Builder apiVersions(List<String> versions) {
      apiVersions.addAll(versions);
      return this;
    }

    /**
     * What the target can do, such as an applier says it; {@link #kubeVersion} and {@link
     * #apiVersions} change it. What {@code helm template} assumes if none is given.
     */
    public Builder capabilities(Capabilities target) {
      this.capabilities = target;
      return this;
    }

    /** Which revision of the release this is to be, from 1. */
    public Builder revision(int number) {
      this.revision = number;
      return this;
    }

    /** {@code --is-upgrade}. */
    public Builder isUpgrade(boolean upgrade) {
      this.isUpgrade = upgrade;
      return this;
    }

    /** {@code --skip-schema-validation}. */
    public Builder skipSchemaValidation(boolean skip) {
      this.skipSchemaValidation = skip;
      return this;
    }

    /** {@code --enable-dns}. */
    public Builder enableDns(boolean enable) {
      this.dnsEnabled = enable;
      return this;
    }

    /** {@code --include-crds}. */
    public Builder includeCrds(boolean include) {
      this.includeCrds = include;
      return this;
    }

    /** {@code --no-hooks}. */
    public Builder noHooks(boolean none) {
      this.noHooks = none;
      return this;
    }

    /** {@code --skip-tests}. */
    public Builder skipTests(boolean skip) {
      this.skipTests = skip;
      return this;
    }

    /** {@code --render-subchart-notes}. */
    public Builder subchartNotes(boolean all) {
      this.subchartNotes = all;
      return this;
    }

    /**
     * {@code --warn}: whether {@link Release#warnings()} shall also have what Helm does not look
     * for: values that nothing knows, values that change their type, old API versions.
     */
    public Builder warn(boolean more) {
      this.warns = more;
      return this;
    }

    private ReleaseRequest build() {
      List<Diagnostic> warnings = new ArrayList<>();
      return new ReleaseRequest(
          name,
          namespace,
          revision,
          isUpgrade,
          values.merge(files, limits, warns ? warnings : null),
          (kubeVersion == null ? capabilities : capabilities.withKubeVersion(kubeVersion))
              .withMoreApiVersions(apiVersions),
          skipSchemaValidation,
          dnsEnabled,
          new Release.Parts(includeCrds, !noHooks, !skipTests),
          subchartNotes,
          warns,
          warnings);
    }
  }
}
