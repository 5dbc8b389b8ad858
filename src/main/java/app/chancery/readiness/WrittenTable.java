package app.chancery.readiness;

import app.chancery.platform.words.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A decision table as it is written in its file. It is read with nothing but what a policy table
 * needs: what else DMN knows, such as further decisions, functions and scripts, is refused.
 *
 * @param id of the decision
 * @param head what else is said of the decision as a whole, by the names of the attributes
 * @param hitPolicy as DMN names it, with the aggregation behind it where there is one
 */
record WrittenTable(
    String id,
    Map<String, String> head,
    String hitPolicy,
    List<Column> inputs,
    List<Column> outputs,
    List<Row> rows) {

  private static final String DMN = "https://www.omg.org/spec/DMN/";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
  private static final List<String> OF_CAMUNDA = List.of("historyTimeToLive", "versionTag");
  private static final Set<String> OF_A_TABLE =
      Set.of(
          "definitions",
          "description",
          "extensionElements",
          "inputData",
          "variable",
          "decision",
          "informationRequirement",
          "requiredInput",
          "decisionTable",
          "input",
          "inputExpression",
          "inputValues",
          "output",
          "outputValues",
          "annotation",
          "rule",
          "inputEntry",
          "outputEntry",
          "annotationEntry",
          "text");

  /** Those of an editor lie in ten at most; what reads them reads each in the one around it. */
  private static final int DEEPEST = 50;

  WrittenTable {
    head = Collections.unmodifiableMap(new LinkedHashMap<>(head));
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }

  /**
   * @param name by which it is asked or answers
   * @param label what its head says
   * @param type as DMN names it
   */
  record Column(String name, String label, String type) {}

  /** The cells in the order of the columns, "" where nothing stands. */
  record Row(List<String> conditions, List<String> answers) {

    Row {
      conditions = List.copyOf(conditions);
      answers = List.copyOf(answers);
    }
  }

  /**
   * @param fault told whatever is wrong
   * @return null if it cannot be read
   */
  static WrittenTable read(byte[] file, Consumer<String> fault) {
    Element root;
    try {
      root = parser().parse(new ByteArrayInputStream(file)).getDocumentElement();
    } catch (SAXParseException e) {
      fault.accept(
          Words.of("policyFile.noXml").formatted(e.getLineNumber(), e.getColumnNumber(), DEEPEST));
      return null;
    } catch (SAXException | IOException e) {
      fault.accept(Words.of("policyFile.noXml").formatted(1, 1, DEEPEST));
      return null;
    }
    if (!isOfDmn(root) || !root.getLocalName().equals("definitions")) {
      fault.accept(Words.of("policyFile.noDmn"));
      return null;
    }
    Set<String> wrong = new LinkedHashSet<>();
    checkContent(root, wrong::add);
    wrong.forEach(fault);
    List<Element> decisions = children(root, "decision");
    List<Element> tables =
        decisions.stream().flatMap(each -> children(each, "decisionTable").stream()).toList();
    if (decisions.size() != 1 || tables.size() != 1) {
      fault.accept(Words.of("policyFile.oneTable"));
      return null;
    }
    Element table = tables.get(0);
    return new WrittenTable(
        decisions.get(0).getAttribute("id"),
        head(root, decisions.get(0)),
        hitPolicy(table),
        children(table, "input").stream().map(WrittenTable::input).toList(),
        children(table, "output").stream()
            .map(
                each ->
                    new Column(
                        each.getAttribute("name"),
                        each.getAttribute("label"),
                        each.getAttribute("typeRef")))
            .toList(),
        children(table, "rule").stream()
            .map(rule -> new Row(texts(rule, "inputEntry"), texts(rule, "outputEntry")))
            .toList());
  }

  private static Map<String, String> head(Element definitions, Element decision) {
    Map<String, String> head = new LinkedHashMap<>();
    head.put("namespace", definitions.getAttribute("namespace"));
    head.put("name", decision.getAttribute("name"));
    OF_CAMUNDA.forEach(each -> head.put(each, decision.getAttributeNS(CAMUNDA, each)));
    return head;
  }

  /** Where it says none, it is that of which one rule matches. */
  private static String hitPolicy(Element table) {
    String policy = table.getAttribute("hitPolicy");
    return ((policy.isEmpty() ? "UNIQUE" : policy) + " " + table.getAttribute("aggregation"))
        .strip();
  }

  /** It reads what stands in the file itself, and nothing from elsewhere. */
  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new Strict());
      return parser;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java platform reads XML so", e);
    }
  }

  private static boolean isOfDmn(Element element) {
    return element.getNamespaceURI() != null
        && element.getNamespaceURI().startsWith(DMN)
        && element.getNamespaceURI().endsWith("/MODEL/");
  }

  private static void checkContent(Element element, Consumer<String> fault) {
    if (isOfDmn(element)) {
      if (!OF_A_TABLE.contains(element.getLocalName())) {
        fault.accept(Words.of("policyFile.element").formatted(element.getLocalName()));
      }
      String language = element.getAttribute("expressionLanguage");
      if (!language.isEmpty() && !language.equals("feel") && !language.endsWith("/FEEL/")) {
        fault.accept(Words.of("policyFile.language").formatted(language));
      }
      NamedNodeMap attributes = element.getAttributes();
      for (int count = 0; count < attributes.getLength(); count++) {
        Node attribute = attributes.item(count);
        if (CAMUNDA.equals(attribute.getNamespaceURI())
            && !OF_CAMUNDA.contains(attribute.getLocalName())) {
          fault.accept(Words.of("policyFile.element").formatted(attribute.getNodeName()));
        }
      }
      elements(element).forEach(each -> checkContent(each, fault));
    }
  }

  private static Column input(Element input) {
    List<Element> expressions = children(input, "inputExpression");
    return expressions.isEmpty()
        ? new Column("", input.getAttribute("label"), "")
        : new Column(
            text(expressions.get(0)),
            input.getAttribute("label"),
            expressions.get(0).getAttribute("typeRef"));
  }

  private static List<String> texts(Element rule, String name) {
    return children(rule, name).stream().map(WrittenTable::text).toList();
  }

  private static String text(Element element) {
    String text =
        children(element, "text").stream()
            .map(Element::getTextContent)
            .reduce("", String::concat)
            .strip();
    return text.equals("-") ? "" : text;
  }

  private static List<Element> children(Element parent, String name) {
    return elements(parent).stream()
        .filter(each -> isOfDmn(each) && each.getLocalName().equals(name))
        .toList();
  }

  private static List<Element> elements(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /** It would print what is wrong, and go on. */
  private static final class Strict implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
