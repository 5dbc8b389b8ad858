package app.chancery.platform.watching;

import java.util.List;

/** The figures of one part of the office, which alone knows its tables. */
public interface Figures {

  List<Figure> figures();
}
