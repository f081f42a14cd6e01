package dev.pintle.cli.release;

import dev.pintle.apply.Applier;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.report.OutputOption;
import dev.pintle.cli.report.ShownTime;
import dev.pintle.cli.report.TextTable;
import dev.pintle.go.regexp.GoRegex;
import dev.pintle.go.regexp.RegexSyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pintle list}. */
@Command(
    name = "list",
    aliases = "ls",
    header = "list releases",
    customSynopsis = "pintle list [flags]",
    description = {
      "This command lists all of the releases for a specified namespace (uses current namespace",
      "context if namespace not specified).",
      "",
      "By default, it lists all releases in any status. Individual status filters like"
          + " '--deployed',",
      "'--failed', '--pending', '--uninstalled', '--superseded', and '--uninstalling' can be used",
      "to show only releases in specific states. Such flags can be combined."
    })
public final class ListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private GlobalOptions globalOptions;
  @Mixin private OutputOption output;
  @Mixin private StatusFilter statuses;

  @Option(
      names = {"-q", "--short"},
      description = "output short (quiet) listing format")
  private boolean namesOnly;

  @Option(
      names = "--no-headers",
      description = "don't print headers when using the default output format")
  private boolean noHeaders;

  @Option(
      names = "--time-format",
      paramLabel = "string",
      description =
          "format time using golang time formatter. Example: --time-format \"2006-01-02"
              + " 15:04:05Z0700\"")
  private String timeFormat = "";

  @Option(
      names = {"-d", "--date"},
      description = "sort by release date")
  private boolean byDate;

  @Option(
      names = {"-r", "--reverse"},
      description = "reverse the sort order")
  private boolean reverse;

  @Option(
      names = {"-A", "--all-namespaces"},
      description = "list releases across all namespaces")
  private boolean allNamespaces;

  @Option(
      names = {"-m", "--max"},
      paramLabel = "int",
      description = "maximum number of releases to fetch (default 256)")
  private int max = 256;

  @Option(
      names = "--offset",
      paramLabel = "int",
      description = "next release index in the list, used to offset from start value")
  private int offset;

  @Option(
      names = {"-f", "--filter"},
      paramLabel = "string",
      description =
          "a regular expression (Perl compatible). Any releases that match the expression will be"
              + " included in the results")
  private String filter = "";

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "string",
      description =
          "Selector (label query) to filter on, supports '=', '==', and '!='.(e.g. -l"
              + " key1=value1,key2=value2)")
  private String selector = "";

  private final Console console;

  public ListCommand(Console console) {
    this.console = console;
  }

  /** The flags that choose by status; none of them chooses all but unknown ones. */
  static final class StatusFilter {

    @Option(
        names = "--uninstalled",
        description = "show uninstalled releases (if 'uninstall --keep-history' was used)")
    private boolean uninstalled;

    @Option(names = "--superseded", description = "show superseded releases")
    private boolean superseded;

    @Option(
        names = "--uninstalling",
        description = "show releases that are currently being uninstalled")
    private boolean uninstalling;

    @Option(names = "--deployed", description = "show deployed releases")
    private boolean deployed;

    @Option(names = "--failed", description = "show failed releases")
    private boolean failed;

    @Option(names = "--pending", description = "show pending releases")
    private boolean pending;

    Set<ReleaseStatus> chosen() {
      Set<ReleaseStatus> chosen = EnumSet.noneOf(ReleaseStatus.class);
      add(uninstalled, ReleaseStatus.UNINSTALLED, chosen);
      add(superseded, ReleaseStatus.SUPERSEDED, chosen);
      add(uninstalling, ReleaseStatus.UNINSTALLING, chosen);
      add(deployed, ReleaseStatus.DEPLOYED, chosen);
      add(failed, ReleaseStatus.FAILED, chosen);
      add(pending, ReleaseStatus.PENDING_INSTALL, chosen);
      add(pending, ReleaseStatus.PENDING_UPGRADE, chosen);
      add(pending, ReleaseStatus.PENDING_ROLLBACK, chosen);
      return chosen.isEmpty() ? EnumSet.complementOf(EnumSet.of(ReleaseStatus.UNKNOWN)) : chosen;
    }

    private static void add(boolean given, ReleaseStatus status, Set<ReleaseStatus> chosen) {
      if (given) {
        chosen.add(status);
      }
    }
  }

  @Override
  public Integer call() {
    List<ReleaseRecord> shown;
    try (GlobalOptions.Connected cluster = globalOptions.connect()) {
      shown = page(chosen(cluster.applier(), allNamespaces ? "" : cluster.namespace()));
    }
    if (namesOnly) {
      List<String> names = shown.stream().map(ReleaseRecord::name).toList();
      output.print(
          console, () -> names.isEmpty() ? "" : String.join("\n", names) + "\n", () -> names);
    } else {
      output.print(console, () -> table(shown), () -> shown.stream().map(this::fields).toList());
    }
    return 0;
  }

  private List<ReleaseRecord> chosen(Applier applier, String namespace) {
    GoRegex wanted = filter();
    LabelSelector labels = LabelSelector.parse(selector);
    Set<ReleaseStatus> chosen = statuses.chosen();
    List<ReleaseRecord> releases = new ArrayList<>();
    for (ReleaseRecord release : applier.list(namespace)) {
      if (wanted != null && !wanted.matches(release.name())) {
        continue;
      }
      // The last revision is never superseded, so that who asks for that alone asks for all.
      List<ReleaseRecord> revisions =
          chosen.equals(Set.of(ReleaseStatus.SUPERSEDED))
              ? applier.history(release.name(), release.namespace())
              : List.of(release);
      revisions.stream()
          .filter(each -> chosen.contains(each.status()) && labels.matches(each))
          .forEach(releases::add);
    }
    releases.sort(order());
    return releases;
  }

  private GoRegex filter() {
    try {
      return filter.isEmpty() ? null : GoRegex.compile(filter);
    } catch (RegexSyntaxException e) {
      throw UsageError.of(e.getMessage());
    }
  }

  private Comparator<ReleaseRecord> order() {
    Comparator<ReleaseRecord> order =
        byDate
            ? Comparator.comparing(
                release -> release.info().lastDeployed(),
                Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            : Comparator.comparing(ReleaseRecord::name)
                .thenComparing(ReleaseRecord::namespace)
                .thenComparing(ReleaseRecord::revision);
    return reverse ? order.reversed() : order;
  }

  private List<ReleaseRecord> page(List<ReleaseRecord> releases) {
    int from = Math.max(0, Math.min(offset, releases.size()));
    int to = max > 0 ? Math.min(releases.size(), from + max) : releases.size();
    return releases.subList(from, to);
  }

  private String table(List<ReleaseRecord> releases) {
    TextTable table = new TextTable();
    if (!noHeaders) {
      table.row("NAME", "NAMESPACE", "REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION");
    }
    for (ReleaseRecord release : releases) {
      table.row(fields(release).values().toArray(String[]::new));
    }
    return table.text();
  }

  private Map<String, String> fields(ReleaseRecord release) {
    Instant updated = release.info().lastDeployed();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", release.name());
    fields.put("namespace", release.namespace());
    fields.put("revision", Integer.toString(release.revision()));
    fields.put("updated", updated == null ? "-" : shown(updated));
    fields.put("status", release.status().helmName());
    fields.put("chart", HistoryCommand.chart(release));
    fields.put("app_version", HistoryCommand.appVersion(release));
    return fields;
  }

  private String shown(Instant time) {
    return timeFormat.isEmpty() ? ShownTime.full(time) : ShownTime.format(time, timeFormat);
  }
}
