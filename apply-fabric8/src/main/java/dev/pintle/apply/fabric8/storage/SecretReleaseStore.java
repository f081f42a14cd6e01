package dev.pintle.apply.fabric8.storage;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.ObjectPath;
import dev.pintle.apply.fabric8.api.Pages;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.apply.history.Hold;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStore;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.values.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps releases where Helm keeps them by default: each revision in a Secret of the release's
 * namespace. The server's own check of {@code resourceVersion} keeps writers apart, and lists ask
 * for metadata alone, since a record may have a megabyte. Safe for use by several threads.
 */
public final class SecretReleaseStore implements ReleaseStore {

  private static final ResourceType SECRETS =
      new ResourceType("", "v1", "Secret", "secrets", true, false);

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::namespace)
          .thenComparing(Entry::name)
          .thenComparing(Entry::revision);

  private final Api api;

  /** A store on a server. */
  public SecretReleaseStore(Api api) {
    this.api = api;
  }

  @Override
  public Instant now() {
    return api.now();
  }

  @Override
  public List<Entry> entries(String name, String namespace) {
    String helmPrefix = "query: failed to query with labels: ";
    if (namespace.isEmpty()) { // releases of that name in all namespaces are not meant
      throw new ApplyException(Reason.REFUSED, helmPrefix + "namespace may not be empty");
    }
    return list(namespace, name, helmPrefix);
  }

  @Override
  public List<Entry> entries(String namespace) {
    return list(namespace, null, "list: failed to list: ");
  }

  private List<Entry> list(String namespace, String name, String helmPrefix) {
    try {
      return list(ApiRequest.get(SECRETS.path(namespace)).with(ReleaseSecret.selector(name)));
    } catch (ApiException e) {
      throw failure(helmPrefix, e);
    }
  }

  private List<Entry> list(ApiRequest all) {
    List<Entry> entries = new ArrayList<>();
    Pages pages = new Pages(api, all.forMetadataList());
    while (pages.hasNext()) {
      for (Table item : Fields.tables(pages.next(), "items")) {
        ReleaseSecret secret = new ReleaseSecret(item);
        if (secret.isRevision()) {
          entries.add(secret.entry());
        }
      }
    }
    entries.sort(ORDER);
    return entries;
  }

  @Override
  public Stored read(Entry entry) throws StaleException {
    ReleaseSecret secret = get(entry);
    String prefix = "get: failed to decode data " + GoQuotes.quote(secret.name()) + ": ";
    Entry found = secret.entry();
    try {
      return new Stored(found, secret.record().release(found.labels()));
    } catch (PintleException e) {
      throw new PintleException(prefix + e.getMessage(), e.diagnostics(), e);
    }
  }

  private ReleaseSecret get(Entry entry) throws StaleException {
    String name = ReleaseSecret.name(entry.name(), entry.revision());
    try {
      ApiRequest request = ApiRequest.get(path(entry));
      ReleaseSecret secret = revision(request, api.send(request));
      if (!secret.name().equals(name)) {
        throw ApiException.unusable(request.title(), "it is another object");
      }
      return secret;
    } catch (ApiException e) {
      if (e.isNotFound()) {
        throw new StaleException("secret " + GoQuotes.quote(name) + " is gone");
      }
      throw failure("get: failed to get " + GoQuotes.quote(name) + ": ", e);
    }
  }

  @Override
  public Entry create(ReleaseRecord record, Hold hold) throws StaleException {
    ReleaseSecret secret = ReleaseSecret.create(record, hold, now());
    try {
      return sent(ApiRequest.create(SECRETS.path(record.namespace()), json(secret.object())));
    } catch (ApiException e) {
      if (!e.isConflict()) {
        throw failure("create: failed to create: ", e);
      }
      // If the first answer was lost, what is there already may be ours.
      ReleaseSecret there = get(secret.entry());
      if (there.isSameAs(secret)) {
        return there.entry();
      }
      throw new StaleException("secret " + GoQuotes.quote(secret.name()) + " exists already");
    }
  }

  @Override
  public Entry update(Entry known, ReleaseRecord record, Hold hold) throws StaleException {
    ReleaseSecret before = get(known);
    if (!before.version().equals(known.version())) {
      throw changed(before);
    }
    ReleaseSecret after = before.with(record, hold, now());
    try {
      return sent(ApiRequest.replace(path(known), json(after.object())));
    } catch (ApiException e) {
      return afterRefusal(known, after, e);
    }
  }

  @Override
  public Entry renew(Entry known, Hold hold) throws StaleException {
    String patch = json(ReleaseSecret.holdPatch(hold, known.version()));
    try {
      return sent(ApiRequest.patch(path(known), ApiRequest.MERGE_PATCH, patch));
    } catch (ApiException e) {
      if (e.isConflict()) {
        Entry there = get(known).entry();
        if (hold != null && hold.equals(there.hold())) {
          return there;
        }
      }
      return afterRefusal(known, null, e);
    }
  }

  /** If the first answer was lost, what is there now may be what we sent. */
  private Entry afterRefusal(Entry known, ReleaseSecret sent, ApiException e)
      throws StaleException {
    if (e.isConflict()) {
      ReleaseSecret there = get(known);
      if (sent != null && there.isSameAs(sent)) {
        return there.entry();
      }
      throw changed(there);
    } else if (e.isNotFound()) {
      throw new StaleException(
          "secret "
              + GoQuotes.quote(ReleaseSecret.name(known.name(), known.revision()))
              + " is gone");
    }
    throw failure("update: failed to update: ", e);
  }

  private static StaleException changed(ReleaseSecret there) {
    Entry now = there.entry();
    String holder = now.hold() == null ? "" : ", held by " + now.hold().holder();
    return new StaleException(
        "secret "
            + GoQuotes.quote(there.name())
            + " was changed by somebody else: it is "
            + now.status().helmName()
            + holder);
  }

  @Override
  public void delete(Entry known) throws StaleException {
    Table preconditions = new Table();
    preconditions.put("resourceVersion", known.version());
    Table options = new Table();
    options.put("apiVersion", "v1");
    options.put("kind", "DeleteOptions");
    options.put("preconditions", preconditions);
    try {
      api.send(ApiRequest.delete(path(known), json(options)).forMetadata());
    } catch (ApiException e) {
      if (e.isConflict()) {
        throw changed(get(known));
      } else if (!e.isNotFound()) {
        throw failure("", e);
      }
    }
  }

  private Entry sent(ApiRequest request) {
    ApiRequest forEntry = request.forMetadata();
    return revision(forEntry, api.send(forEntry)).entry();
  }

  private static ReleaseSecret revision(ApiRequest request, Api.Answer answer) {
    ReleaseSecret secret = new ReleaseSecret(answer.body());
    if (!secret.isRevision()) {
      throw ApiException.unusable(request.title(), "it is no revision of a release");
    }
    return secret;
  }

  private static ApplyException failure(String helmPrefix, ApiException e) {
    String message = helmPrefix + e.getMessage();
    Reason reason = e.code() == ApiException.NO_ANSWER ? Reason.UNREACHABLE : Reason.REFUSED;
    return new ApplyException(
        reason, message, List.of(Diagnostic.of(Diagnostic.Kind.APPLY, message, null)), null, e);
  }

  private static String json(Table object) {
    try {
      return JsonWriter.write(object);
    } catch (JsonException e) {
      throw new IllegalStateException("a Secret of texts has no JSON", e);
    }
  }

  private static ObjectPath path(Entry entry) {
    return SECRETS.path(entry.namespace(), ReleaseSecret.name(entry.name(), entry.revision()));
  }
}
