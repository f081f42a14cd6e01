package dev.pintle.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import java.util.List;

/**
 * One validation of one instance: what networknt carries through it, what it may still spend, and
 * to which parts of the value at hand keywords were applied.
 */
public final class Validation extends ExecutionContext {

  /**
   * Schemas that are applied inside each other. Each takes about 1,000 bytes of a thread's stack,
   * which by default has a million.
   */
  private static final int MAX_NESTING = 500;

  /** What an error holds, with the paths in it. */
  private static final int ERROR_BYTES = 512;

  /** What the name of a property or the index of an item in an error's details takes. */
  static final long PART_BYTES = 24;

  private final Budget budget;
  private final ReportSize report;
  private final long maxReferenceDepth;
  private final long maxReferences;
  private int nesting;
  private int referenceDepth;
  private long references;

  /** Of the schema that is being applied; null where nobody asks for what is not evaluated. */
  private EvaluatedParts evaluated;

  /**
   * A validation of values.
   *
   * @param budget counts each keyword that is applied to a value, and what takes longer for more;
   *     its limits say how often references may be followed
   */
  public Validation(Budget budget) {
    this(
        budget,
        budget.limits().of(Limit.SCHEMA_REFERENCE_DEPTH),
        budget.limits().of(Limit.SCHEMA_REFERENCES));
  }

  /** A validation by a schema that one knows, with other numbers for references. */
  public Validation(Budget budget, long maxReferenceDepth, long maxReferences) {
    this.budget = budget;
    this.report = new ReportSize(budget.limits());
    this.maxReferenceDepth = maxReferenceDepth;
    this.maxReferences = maxReferences;
  }

  /** Counts what this validation does. */
  public Budget budget() {
    return budget;
  }

  /** Counts what this validation has to tell. */
  public ReportSize report() {
    return report;
  }

  // ---- the keywords that are applied ----

  @Override
  public void evaluationPathAddLast(String token) {
    budget.step();
    super.evaluationPathAddLast(token);
  }

  @Override
  public void evaluationPathAddLast(int token) {
    budget.step();
    super.evaluationPathAddLast(token);
  }

  /** Keeps the validator from collecting annotations: what was evaluated is known here. */
  @Override
  public boolean isUnevaluatedPropertiesPresent() {
    return false;
  }

  @Override
  public boolean isUnevaluatedItemsPresent() {
    return false;
  }

  // ---- schemas inside schemas ----

  /**
   * Applies a schema that is part of another one to the same value.
   *
   * @return whether the value meets it; what it evaluates counts for the outer one then
   */
  boolean meets(Schema schema, JsonNode node, JsonNode rootNode, NodePath location) {
    EvaluatedParts outer = evaluated;
    boolean wanted = outer != null && !outer.isAll();
    boolean met = apply(schema, node, rootNode, location, wanted);
    EvaluatedParts inner = evaluated;
    evaluated = outer;
    if (met && wanted) {
      budget.worked(inner.size() / 8);
      outer.add(inner);
    }
    return met;
  }

  /** Applies a schema to a member of the value, or to something else that is not the value. */
  boolean memberMeets(Schema schema, JsonNode node, JsonNode rootNode, NodePath location) {
    EvaluatedParts outer = evaluated;
    boolean met = apply(schema, node, rootNode, location, false);
    evaluated = outer;
    return met;
  }

  private boolean apply(
      Schema schema, JsonNode node, JsonNode rootNode, NodePath location, boolean wanted) {
    if (++nesting > MAX_NESTING) {
      throw new LimitException(
          "schemas are applied inside each other more than " + MAX_NESTING + " times");
    }
    evaluated = wanted || isAsking(schema) ? new EvaluatedParts() : null;
    int before = getErrors().size();
    schema.validate(this, node, rootNode, location);
    nesting--;
    return getErrors().size() == before;
  }

  /** Starts with a whole value. */
  public void start(Schema schema, JsonNode node) {
    evaluated = isAsking(schema) ? new EvaluatedParts() : null;
    schema.validate(this, node);
  }

  /** Whether a schema says something of what no keyword was applied to. */
  private static boolean isAsking(Schema schema) {
    JsonNode keywords = schema.getSchemaNode();
    return ((PartsContext) schema.getSchemaContext()).parts().isAskingForUnevaluated()
        && (keywords.has("unevaluatedProperties") || keywords.has("unevaluatedItems"));
  }

  /** What was evaluated of the value so far; null if nobody asks. */
  EvaluatedParts evaluated() {
    return evaluated;
  }

  void enterReference() {
    if (++referenceDepth > maxReferenceDepth) {
      throw new LimitException(
          Limit.SCHEMA_REFERENCE_DEPTH,
          "schema references are nested deeper than " + maxReferenceDepth + " levels");
    } else if (++references > maxReferences) {
      throw new LimitException(
          Limit.SCHEMA_REFERENCES,
          "schema references were followed more than " + maxReferences + " times");
    }
  }

  void leaveReference() {
    referenceDepth--;
  }

  // ---- errors ----

  @Override
  public void addError(Error error) {
    report.add(ERROR_BYTES);
    super.addError(error);
  }

  /** Where the list of errors stands. */
  Mark mark() {
    return new Mark(getErrors().size(), report.bytes());
  }

  /** The errors up to some moment. */
  record Mark(int errors, long bytes) {}

  /** Forgets the errors since then. */
  void forgetSince(Mark mark) {
    List<Error> errors = getErrors();
    if (errors.size() > mark.errors) {
      errors.subList(mark.errors, errors.size()).clear();
    }
    report.cutBackTo(mark.bytes);
  }

  /** Counts the errors since then anew, of which the validator dropped some on the way. */
  void countSince(Mark mark) {
    report.cutBackTo(mark.bytes + (long) ERROR_BYTES * (getErrors().size() - mark.errors));
  }

  /** The errors since then, which do not become errors of this validation; they still count. */
  List<Error> takeSince(Mark mark) {
    List<Error> since = getErrors().subList(mark.errors, getErrors().size());
    List<Error> taken = List.copyOf(since);
    since.clear();
    return taken;
  }
}
