package dev.pintle.render;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartFile;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.render.gotemplate.GoTemplateEngine;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import dev.pintle.template.TemplateEngine;
import dev.pintle.validate.ReleaseValidator;
import dev.pintle.validate.ValuesValidator;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Renders Helm charts as {@code helm template} does.
 *
 * <pre>{@code
 * Chart chart = Chart.load(Path.of("charts/remla-all"));
 * Release release = Pintle.render(chart, request -> request.name("remla-all").set("canaryWeight=10"));
 * System.out.print(release.manifest());
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads. Parts that are not given are those of
 * {@code helm template}: the real clock, secure random numbers, no cluster. A {@link
 * ValuesValidator} and further {@link TemplateEngine}s are found as services.
 */
public final class Pintle {

  private static final class Standard {
    static final Pintle INSTANCE = builder().build();
  }

  private final ChartRenderer renderer;
  private final LintRenderer lintRenderer;
  private final List<ReleaseValidator> releaseValidators;
  private final Limits limits;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Function<ReleaseRequest, RandomSource> random;
  private final ClusterReader cluster;

  private Pintle(Builder builder) {
    this.renderer =
        new ChartRenderer(
            new TemplateStage(builder.engines, new GoTemplateEngine(StandardFunctions.all())),
            builder.validator);
    this.lintRenderer =
        new LintRenderer(
            new TemplateStage(builder.engines, new GoTemplateEngine(StandardFunctions.lenient())),
            builder.validator);
    this.releaseValidators = List.copyOf(builder.releaseValidators);
    this.limits = builder.limits;
    this.clock = builder.clock;
    this.zone = builder.zone;
    this.random = builder.random;
    this.cluster = builder.cluster;
  }

  /**
   * Renders a chart with all parts as they are by default.
   *
   * @throws dev.pintle.diagnostic.PintleException with Helm's message if the chart, its values or
   *     its templates are at fault
   */
  public static Release render(Chart chart, Consumer<ReleaseRequest.Builder> request) {
    return Standard.INSTANCE.render(chart, ReleaseRequest.of(request));
  }

  /**
   * Renders a chart with the parts of this instance.
   *
   * @throws dev.pintle.diagnostic.PintleException with Helm's message if the chart, its values or
   *     its templates are at fault; with all findings if a {@link ReleaseValidator} has any
   */
  public Release render(Chart chart, ReleaseRequest request) {
    Execution execution = execution(request);
    Release release = renderer.render(chart, request, execution);
    return ReleaseCheck.check(release, releaseValidators, execution.budget());
  }

  /**
   * What {@link Release#crds()} of a release would be, found out before it is rendered: definitions
   * that are installed first are seen by its templates.
   *
   * @throws dev.pintle.diagnostic.PintleException if the chart's dependencies and values do not fit
   *     together
   */
  public List<ChartFile> crds(Chart chart, ReleaseRequest request) {
    return ChartRenderer.crds(chart, request, new Budget(limits, "composing the chart"));
  }

  /**
   * Renders the templates of a chart as {@code helm lint} does, for looking at: {@code required}
   * and {@code fail} let everything pass, and a chart that is made for another Kubernetes version
   * is rendered too.
   *
   * @param budget counts what it takes, as a part of the linting
   * @return the text of each file by its name in the release; empty if the chart's dependencies and
   *     values do not fit together, of which Helm's linter says nothing
   * @throws dev.pintle.diagnostic.PintleException with Helm's message if values do not meet a
   *     schema or a template fails
   */
  public Optional<SortedMap<String, String>> renderForLint(
      Chart chart, ReleaseRequest request, Budget budget) {
    return lintRenderer.render(chart, request, execution(request, budget));
  }

  /** What a rendering may use. */
  public Limits limits() {
    return limits;
  }

  private Execution execution(ReleaseRequest request) {
    return execution(request, new Budget(limits, "rendering"));
  }

  private Execution execution(ReleaseRequest request, Budget budget) {
    return new Execution(budget, clock, zone, random.apply(request), cluster, request.dnsEnabled());
  }

  /** Starts with the parts of {@code helm template}, and with the services that are present. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts that are not to be the default ones. */
  public static final class Builder {
    private final List<TemplateEngine> engines = new ArrayList<>();
    private final List<ReleaseValidator> releaseValidators = new ArrayList<>();
    private ValuesValidator validator;
    private Limits limits = Limits.defaults();
    private InstantSource clock = InstantSource.system();
    private ZoneId zone = ZoneId.systemDefault();
    private Function<ReleaseRequest, RandomSource> random = always(RandomSource.secure());
    private ClusterReader cluster = ClusterReader.none();

    private Builder() {
      services(TemplateEngine.class).forEach(engines::add);
      List<ValuesValidator> validators = services(ValuesValidator.class);
      if (validators.size() > 1) {
        throw new IllegalStateException(
            "more than one values validator is present, and none is preferred: " + validators);
      }
      validator = validators.isEmpty() ? null : validators.get(0);
    }

    private static <S> List<S> services(Class<S> service) {
      return ServiceLoader.load(service, Pintle.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();
    }

    /** Adds an engine for the files that it handles; Go templates stay for the rest. */
    public Builder engine(TemplateEngine engine) {
      engines.add(engine);
      return this;
    }

    /** Who checks values against schemas, in place of the one that is found as a service. */
    public Builder validator(ValuesValidator valuesValidator) {
      this.validator = valuesValidator;
      return this;
    }

    /**
     * Adds a check of what is rendered. None is there by default, and none is found as a service:
     * Helm has no such check, so that one must not decide over a rendering unasked.
     */
    public Builder validator(ReleaseValidator releaseValidator) {
      releaseValidators.add(releaseValidator);
      return this;
    }

    /** What a rendering may use; the limits of loading are given to the loader. */
    public Builder limits(Limits renderingLimits) {
      this.limits = renderingLimits;
      return this;
    }

    /** The time and the zone that date functions know. */
    public Builder clock(InstantSource source, ZoneId localZone) {
      this.clock = source;
      this.zone = localZone;
      return this;
    }

    /**
     * Where random functions take their bytes from.
     *
     * @param source used by every rendering, so safe for as many threads as render
     */
    public Builder random(RandomSource source) {
      this.random = always(source);
      return this;
    }

    /**
     * Makes random functions give the same bytes on every run and machine. Each release has bytes
     * of its own, from the seed, its namespace and its name.
     */
    public Builder seed(long seed) {
      this.random =
          request -> RandomSource.seeded(seed, request.namespace() + "/" + request.name());
      return this;
    }

    private static Function<ReleaseRequest, RandomSource> always(RandomSource source) {
      return request -> source;
    }

    /** Who answers {@code lookup}. */
    public Builder cluster(ClusterReader reader) {
      this.cluster = reader;
      return this;
    }

    /** The instance. */
    public Pintle build() {
      return new Pintle(this);
    }
  }
}
