package dev.pintle.cli.lint;

import dev.pintle.cli.console.ErrorReport;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.render.lint.LintMessage;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Findings as JUnit's XML, which CI servers show as tests: one suite for each chart, one failed
 * test for each finding that fails it, one passed test for a chart without any.
 */
record JUnitReport(boolean strict) implements LintReport {

  @Override
  public String of(List<LintedPath> charts) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      for (LintedPath chart : charts) {
        suite(xml, chart);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void suite(XMLStreamWriter xml, LintedPath chart) throws XMLStreamException {
    List<LintMessage> failures = chart.result().messages().stream().filter(this::fails).toList();
    boolean refused = chart.result().refusal() != null;
    int failed = failures.size() + (refused ? 1 : 0);
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", printable(Visible.name(chart.path())));
    xml.writeAttribute("tests", Integer.toString(Math.max(1, failed)));
    xml.writeAttribute("failures", Integer.toString(failed));
    xml.writeAttribute("errors", "0");
    if (refused) {
      test(xml, chart.path(), "chart", "ERROR", chart.result().refusal());
    }
    for (LintMessage message : failures) {
      test(xml, chart.path(), place(message), message.severity().name(), message.text());
    }
    if (failed == 0) {
      test(xml, chart.path(), "lint", null, null);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private boolean fails(LintMessage message) {
    return message.isAtLeast(strict ? LintMessage.Severity.WARNING : LintMessage.Severity.ERROR);
  }

  private static String place(LintMessage message) {
    Diagnostic diagnostic = message.diagnostic();
    Position position = diagnostic == null ? null : diagnostic.position();
    return position == null ? Visible.name(message.path()) : position.toString();
  }

  /** One test; passed if it is of no severity. */
  private static void test(
      XMLStreamWriter xml, String chart, String name, String severity, String text)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", printable(Visible.name(chart)));
    xml.writeAttribute("name", printable(name));
    if (severity != null) {
      xml.writeCharacters("\n      ");
      xml.writeStartElement("failure");
      xml.writeAttribute("type", severity);
      xml.writeAttribute("message", printable(text.lines().findFirst().orElse("")));
      xml.writeCharacters(printable(ErrorReport.message(text)));
      xml.writeEndElement();
      xml.writeCharacters("\n    ");
    }
    xml.writeEndElement();
  }

  /** XML has no place for most control characters, however they are escaped. */
  private static String printable(String text) {
    StringBuilder clean = new StringBuilder();
    Visible.text(text).codePoints().map(c -> isXml(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= ' ' && c < 0xD800
        || c > 0xDFFF && c < 0xFFFE
        || c >= 0x10000;
  }
}
