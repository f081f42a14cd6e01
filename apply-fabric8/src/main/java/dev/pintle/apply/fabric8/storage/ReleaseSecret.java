package dev.pintle.apply.fabric8.storage;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.LabelSelector;
import dev.pintle.apply.history.Hold;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.apply.history.helm.HelmRecord;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.values.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The Secret in which Helm keeps one revision of a release, and what we put on it besides: who
 * holds the release, as annotations, which Helm drops when it writes.
 *
 * @param object the Secret as the API has it, or its metadata alone; not changed
 */
record ReleaseSecret(Table object) {

  static final String TYPE = "helm.sh/release.v1";
  private static final String OWNER = "helm";

  private static final String NAME = "name";
  private static final String STATUS = "status";
  private static final String VERSION = "version";
  private static final String CREATED_AT = "createdAt";
  private static final String MODIFIED_AT = "modifiedAt";
  private static final Set<String> LABELS_OF_HELM =
      Set.of(NAME, "owner", STATUS, VERSION, CREATED_AT, MODIFIED_AT);

  private static final String HOLDER = "pintle.dev/holder";
  private static final String HELD_SINCE = "pintle.dev/held-since";
  private static final String HELD_UNTIL = "pintle.dev/held-until";

  /** The name of the Secret of a revision. */
  static String name(String release, int revision) {
    return "sh.helm.release.v1." + release + ".v" + revision;
  }

  /** Selects the Secrets of one release; of all releases if no name is given. */
  static LabelSelector selector(String release) {
    LabelSelector named =
        release == null ? LabelSelector.ALL : LabelSelector.ALL.equal(NAME, release);
    return named.equal("owner", OWNER);
  }

  /** The Secret of a revision that was not stored before. */
  static ReleaseSecret create(ReleaseRecord record, Hold hold, Instant now) {
    Table labels = labels(record);
    labels.put(CREATED_AT, String.valueOf(now.getEpochSecond()));
    Table annotations = new Table();
    putHold(annotations, hold);
    Table metadata = new Table();
    metadata.put("name", name(record.name(), record.revision()));
    metadata.put("namespace", record.namespace());
    return of(metadata, labels, annotations, HelmRecord.of(record));
  }

  /**
   * The same Secret with a later state of its record. It names the version that it replaces, so
   * that the server refuses it if that is not the stored one any more.
   */
  ReleaseSecret with(ReleaseRecord record, Hold hold, Instant now) {
    Table labels = labels(record);
    labels.put(MODIFIED_AT, String.valueOf(now.getEpochSecond()));
    Table annotations = new Table();
    Fields.annotations(object).forEach(annotations::put);
    putHold(annotations, hold);
    return of(
        Fields.table(object, "metadata").deepCopy(), labels, annotations, record().with(record));
  }

  private static ReleaseSecret of(
      Table metadata, Table labels, Table annotations, HelmRecord record) {
    metadata.put("labels", labels);
    metadata.put("annotations", annotations);
    Table data = new Table();
    byte[] text = GoStrings.toBytes(record.text());
    data.put("release", Base64.getEncoder().encodeToString(text));
    Table object = new Table();
    object.put("apiVersion", "v1");
    object.put("kind", "Secret");
    object.put("metadata", metadata);
    object.put("type", TYPE);
    object.put("data", data);
    return new ReleaseSecret(object);
  }

  private static Table labels(ReleaseRecord record) {
    Table labels = new Table();
    record.labels().forEach(labels::put);
    labels.put(NAME, record.name());
    labels.put("owner", OWNER);
    labels.put(STATUS, record.status().helmName());
    labels.put(VERSION, String.valueOf(record.revision()));
    return labels;
  }

  /** The change of metadata that leaves a hold; null ends it. */
  static Table holdPatch(Hold hold, String version) {
    Table annotations = new Table();
    for (String key : new String[] {HOLDER, HELD_SINCE, HELD_UNTIL}) {
      annotations.put(key, null);
    }
    if (hold != null) {
      putHold(annotations, hold);
    }
    Table metadata = new Table();
    metadata.put("resourceVersion", version);
    metadata.put("annotations", annotations);
    Table patch = new Table();
    patch.put("metadata", metadata);
    return patch;
  }

  private static void putHold(Table annotations, Hold hold) {
    if (hold == null) {
      annotations.remove(HOLDER);
      annotations.remove(HELD_SINCE);
      annotations.remove(HELD_UNTIL);
    } else {
      annotations.put(HOLDER, hold.holder());
      annotations.put(HELD_SINCE, hold.since().toString());
      annotations.put(HELD_UNTIL, hold.until().toString());
    }
  }

  /** The Secret's own name. */
  String name() {
    return Fields.metadata(object, "name");
  }

  /** The state that the server compares. */
  String version() {
    return Fields.metadata(object, "resourceVersion");
  }

  /**
   * True if it has the labels that every revision has, and the name that goes with them: a copy
   * under another name is none.
   */
  boolean isRevision() {
    Map<String, String> labels = Fields.labels(object);
    String version = labels.getOrDefault(VERSION, "");
    return TextParts.isNumber(version, 9)
        && labels.containsKey(NAME)
        && name().equals(name(labels.get(NAME), Integer.parseInt(version)));
  }

  /** What its metadata says. */
  Entry entry() {
    Map<String, String> labels = Fields.labels(object);
    Map<String, String> own = new HashMap<>(labels);
    own.keySet().removeAll(LABELS_OF_HELM);
    return new Entry(
        labels.get(NAME),
        Fields.metadata(object, "namespace"),
        Integer.parseInt(labels.get(VERSION)),
        ReleaseStatus.ofHelmName(labels.getOrDefault(STATUS, "")),
        own,
        labels,
        modifiedAt(labels),
        hold(),
        version());
  }

  private Instant modifiedAt(Map<String, String> labels) {
    String seconds = labels.getOrDefault(MODIFIED_AT, labels.get(CREATED_AT));
    if (seconds != null && TextParts.isNumber(seconds, 12)) {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    }
    return time(Fields.metadata(object, "creationTimestamp"));
  }

  private Hold hold() {
    Map<String, String> annotations = Fields.annotations(object);
    Instant since = time(annotations.get(HELD_SINCE));
    Instant until = time(annotations.get(HELD_UNTIL));
    return annotations.containsKey(HOLDER) && since != null && until != null
        ? new Hold(annotations.get(HOLDER), since, until)
        : null;
  }

  /** A time that somebody else may have written; null if it is none. */
  private static Instant time(String text) {
    try {
      return text == null || text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException notOurs) {
      return null;
    }
  }

  /**
   * The record in it.
   *
   * @throws dev.pintle.diagnostic.PintleException if there is none
   */
  HelmRecord record() {
    String data = Fields.text(Fields.table(object, "data"), "release");
    byte[] text;
    try {
      text = Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      text = new byte[0]; // the server would not have given that; it is no record then
    }
    return HelmRecord.parse(GoStrings.fromBytes(text));
  }

  /** True if it holds the same record under the same hold as another. */
  boolean isSameAs(ReleaseSecret other) {
    return Fields.table(object, "data").equals(Fields.table(other.object, "data"))
        && Fields.annotations(object).equals(Fields.annotations(other.object));
  }
}
