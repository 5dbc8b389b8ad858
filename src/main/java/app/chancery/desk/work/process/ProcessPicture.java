package app.chancery.desk.work.process;

import app.chancery.documents.Lettering;
import app.chancery.platform.engine.ModelNames;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.springframework.web.util.HtmlUtils;

/**
 * The diagram of a process as its model lays it out, with what is going on in it marked: by a
 * strong line, by a flag with a word, and by colour.
 */
final class ProcessPicture {

  private static final double LETTERS = 12;
  private static final double SMALL_LETTERS = 11;
  private static final double LEADING = 14;
  private static final double MARGIN = 24;
  private static final int MANY_LINES = 6;

  private static final String INK = "#1b2430";
  private static final String SOFT = "#56616f";
  private static final String NOW = "#8a4b00";
  private static final String NOW_WASH = "#ffefc7";

  private final BpmnModelInstance model;
  private final Set<String> active;
  private final String here;
  private final StringBuilder drawn = new StringBuilder();

  private double left = Double.MAX_VALUE;
  private double top = Double.MAX_VALUE;
  private double right;
  private double bottom;

  private ProcessPicture(BpmnModelInstance model, Set<String> active, String here) {
    this.model = model;
    this.active = active;
    this.here = here;
  }

  /**
   * The picture in SVG.
   *
   * @param active the ids of the elements at which something goes on
   * @param here the word on their flags
   * @param title said to those who do not see it
   */
  static String svg(BpmnModelInstance model, Set<String> active, String here, String title) {
    ProcessPicture picture = new ProcessPicture(model, active, here);
    picture.draw();
    return picture.framed(title);
  }

  /** Sub-processes lie below what is in them, lines below shapes, and flags above all. */
  private void draw() {
    Collection<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class);
    shapes.stream().filter(shape -> isSubProcess(shape)).forEach(this::shape);
    model.getModelElementsByType(BpmnEdge.class).forEach(this::edge);
    shapes.stream().filter(shape -> !isSubProcess(shape)).forEach(this::shape);
    shapes.stream().filter(shape -> isActive(shape)).forEach(this::flag);
  }

  private static boolean isSubProcess(BpmnShape shape) {
    return shape.getBpmnElement() instanceof SubProcess;
  }

  private boolean isActive(BpmnShape shape) {
    return active.contains(shape.getBpmnElement().getId());
  }

  private void shape(BpmnShape shape) {
    Bounds bounds = shape.getBounds();
    BaseElement element = shape.getBpmnElement();
    cover(bounds);
    if (element instanceof Event event) {
      event(event, bounds, isActive(shape));
    } else if (element instanceof Gateway gateway) {
      gateway(gateway, bounds);
    } else if (element instanceof Activity activity) {
      activity(activity, bounds, isActive(shape));
    } else if (element instanceof TextAnnotation annotation) {
      annotation(annotation, bounds);
    }
    if (element instanceof Event || element instanceof Gateway) {
      label(ModelNames.of((FlowElement) element), shape.getBpmnLabel(), bounds);
    }
  }

  private void activity(Activity activity, Bounds at, boolean isActive) {
    boolean isSubProcess = activity instanceof SubProcess;
    element(
        "<rect x='%s' y='%s' width='%s' height='%s' rx='9' fill='%s' stroke='%s' stroke-width='%s'/>",
        at.getX(),
        at.getY(),
        at.getWidth(),
        at.getHeight(),
        isActive ? NOW_WASH : isSubProcess ? "#f8fafc" : "#ffffff",
        isActive ? NOW : INK,
        isActive || activity instanceof CallActivity ? 3 : 1.3);
    List<String> lines =
        Lettering.wrap(text(ModelNames.of(activity)), at.getWidth() - 10, LETTERS, MANY_LINES);
    if (isSubProcess) {
      texts(lines, at.getX() + 10, at.getY() + LEADING + 4, "start", LETTERS, INK);
    } else {
      middle(lines, at.getX() + at.getWidth() / 2, at.getY() + at.getHeight() / 2, LETTERS);
    }
  }

  private void event(Event event, Bounds at, boolean isActive) {
    double radius = at.getWidth() / 2;
    double x = at.getX() + radius;
    double y = at.getY() + radius;
    boolean reminds = event instanceof BoundaryEvent boundary && !boundary.cancelActivity();
    element(
        "<circle cx='%s' cy='%s' r='%s' fill='%s' stroke='%s' stroke-width='%s'%s/>",
        x,
        y,
        radius,
        isActive ? NOW_WASH : "#ffffff",
        isActive ? NOW : INK,
        event instanceof EndEvent || isActive ? 3 : 1.3,
        reminds ? " stroke-dasharray='4 2'" : "");
    if (!(event instanceof EndEvent || event instanceof StartEvent)) {
      element(
          "<circle cx='%s' cy='%s' r='%s' fill='none' stroke='%s' stroke-width='1'%s/>",
          x, y, radius - 3, INK, reminds ? " stroke-dasharray='4 2'" : "");
    }
    if (!event.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
      element(
          "<path d='M%s %sV%sH%s' fill='none' stroke='%s' stroke-width='1.5'/>",
          x, y - radius / 2, y, x + radius / 3, INK);
    }
  }

  private void gateway(Gateway gateway, Bounds at) {
    double x = at.getX() + at.getWidth() / 2;
    double y = at.getY() + at.getHeight() / 2;
    double half = at.getWidth() / 2;
    element(
        "<path d='M%s %sL%s %sL%s %sL%s %sZ' fill='#ffffff' stroke='%s' stroke-width='1.3'/>",
        x, y - half, x + half, y, x, y + half, x - half, y, INK);
    double arm = half / 3;
    if (gateway instanceof ParallelGateway) {
      element(
          "<path d='M%s %sV%sM%s %sH%s' stroke='%s' stroke-width='3'/>",
          x, y - arm, y + arm, x - arm, y, x + arm, INK);
    } else {
      element(
          "<path d='M%s %sL%s %sM%s %sL%s %s' stroke='%s' stroke-width='3'/>",
          x - arm, y - arm, x + arm, y + arm, x - arm, y + arm, x + arm, y - arm, INK);
    }
  }

  private void annotation(TextAnnotation annotation, Bounds at) {
    element(
        "<path d='M%s %sH%sV%sH%s' fill='none' stroke='%s' stroke-width='1'/>",
        at.getX() + 8, at.getY(), at.getX(), at.getY() + at.getHeight(), at.getX() + 8, SOFT);
    List<String> lines =
        Lettering.wrap(
            text(ModelNames.of(annotation)), at.getWidth() - 8, SMALL_LETTERS, MANY_LINES);
    texts(lines, at.getX() + 6, at.getY() + LEADING, "start", SMALL_LETTERS, SOFT);
  }

  private void edge(BpmnEdge edge) {
    boolean isAssociation = edge.getBpmnElement() instanceof Association;
    edge.getWaypoints().forEach(point -> cover(point.getX(), point.getY()));
    element(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='1.3'%s/>",
        edge.getWaypoints().stream().map(ProcessPicture::point).collect(Collectors.joining(" ")),
        isAssociation ? SOFT : INK,
        isAssociation ? " stroke-dasharray='2 3'" : " marker-end='url(#tip)'");
    if (edge.getBpmnElement() instanceof FlowElement flow && edge.getBpmnLabel() != null) {
      label(ModelNames.of(flow), edge.getBpmnLabel(), null);
    }
  }

  /** Where the model puts it, otherwise below its element. */
  private void label(String name, BpmnLabel label, Bounds of) {
    if (text(name).isEmpty()) {
      return;
    }
    if (label != null && label.getBounds() != null) {
      Bounds at = label.getBounds();
      cover(at);
      List<String> lines =
          Lettering.wrap(name, Math.max(at.getWidth(), 60) + 8, SMALL_LETTERS, MANY_LINES);
      texts(
          lines,
          at.getX() + at.getWidth() / 2,
          at.getY() + SMALL_LETTERS,
          "middle",
          SMALL_LETTERS,
          INK);
    } else if (of != null) {
      List<String> lines = Lettering.wrap(name, 90, SMALL_LETTERS, MANY_LINES);
      double y = of.getY() + of.getHeight() + LEADING;
      texts(lines, of.getX() + of.getWidth() / 2, y, "middle", SMALL_LETTERS, INK);
      cover(of.getX(), y + lines.size() * LEADING);
    }
  }

  private void flag(BpmnShape shape) {
    Bounds at = shape.getBounds();
    double width = 16 + here.length() * 7.0;
    double x = at.getX() + at.getWidth() / 2 - width / 2;
    double y = at.getY() - 26;
    cover(x, y);
    element(
        "<path d='M%s %sh%sv18h%sl-4 6l-4 -6H%sZ' fill='%s'/>",
        x, y, width, -(width / 2 - 4), x, NOW);
    element(
        "<text x='%s' y='%s' font-size='%s' font-weight='bold' text-anchor='middle' fill='#ffffff'>%s</text>",
        x + width / 2, y + 13, LETTERS, escaped(here));
  }

  private void middle(List<String> lines, double x, double y, double size) {
    texts(lines, x, y - (lines.size() - 1) * LEADING / 2 + size / 3, "middle", size, INK);
  }

  private void texts(
      List<String> lines, double x, double y, String anchor, double size, String colour) {
    for (int line = 0; line < lines.size(); line++) {
      element(
          "<text x='%s' y='%s' font-size='%s' text-anchor='%s' fill='%s'>%s</text>",
          x, y + line * LEADING, size, anchor, colour, escaped(lines.get(line)));
    }
  }

  private void cover(Bounds bounds) {
    cover(bounds.getX(), bounds.getY());
    cover(bounds.getX() + bounds.getWidth(), bounds.getY() + bounds.getHeight());
  }

  private void cover(double x, double y) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }

  private String framed(String title) {
    return """
        <svg xmlns='http://www.w3.org/2000/svg' role='img' aria-label='%s' width='%s' height='%s' viewBox='%s %s %s %s' font-family='Liberation Sans, Arial, Noto Sans, sans-serif'>
        <title>%s</title>
        <defs><marker id='tip' viewBox='0 0 10 10' refX='9' refY='5' markerWidth='8' markerHeight='8' orient='auto'><path d='M0 0L10 5L0 10Z' fill='%s'/></marker></defs>
        <rect x='%s' y='%s' width='%s' height='%s' fill='#ffffff'/>
        %s</svg>
        """
        .formatted(
            escaped(title),
            number(right - left + 2 * MARGIN),
            number(bottom - top + 2 * MARGIN),
            number(left - MARGIN),
            number(top - MARGIN),
            number(right - left + 2 * MARGIN),
            number(bottom - top + 2 * MARGIN),
            escaped(title),
            INK,
            number(left - MARGIN),
            number(top - MARGIN),
            number(right - left + 2 * MARGIN),
            number(bottom - top + 2 * MARGIN),
            drawn);
  }

  private void element(String element, Object... parts) {
    for (int part = 0; part < parts.length; part++) {
      if (parts[part] instanceof Number number) {
        parts[part] = number(number.doubleValue());
      }
    }
    drawn.append(element.formatted(parts)).append('\n');
  }

  private static String point(Waypoint point) {
    return number(point.getX()) + "," + number(point.getY());
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
  }

  private static String text(String name) {
    return name == null ? "" : name.strip();
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
