/**
 * The syntax of Go's template language: from text to tree.
 *
 * <p>A template goes through four stages, of which three are here:
 *
 * <ol>
 *   <li>{@code Lexer} cuts the text into tokens, on demand and in one pass; trim markers and
 *       comments end there.
 *   <li>{@link dev.pintle.render.gotemplate.syntax.TemplateParser} makes trees of them: one of the
 *       file, one of each definition. {@code TreeParser} knows what stands between actions and
 *       around bodies, {@code PipelineParser} what stands inside an action; the grammar stands
 *       above each of their methods. What can be known without a value is found here: functions and
 *       variables that do not exist, numbers and strings that cannot be read.
 *   <li>{@link dev.pintle.render.gotemplate.syntax.Tree} is the result: immutable {@linkplain
 *       dev.pintle.render.gotemplate.syntax.Node nodes} of a closed set of kinds, shared by any
 *       number of threads. Each can print its source, and its tree knows where it is. {@link
 *       dev.pintle.render.gotemplate.syntax.Definitions} says which tree a name stands for where
 *       several files define it.
 *   <li>The evaluator, in the package above, runs trees over values.
 * </ol>
 *
 * <p>All of it follows {@code text/template/parse} of Go 1.26, faults and their wording included;
 * {@link dev.pintle.render.gotemplate.syntax.TemplateSyntaxException} has a fault as data, as Go
 * words it and as Helm shows it. It differs in one point: Go lets blocks nest without end and
 * parentheses 10,000 deep; here both end at 250 with an error, so that no template can use up the
 * stack.
 */
package dev.pintle.render.gotemplate.syntax;
