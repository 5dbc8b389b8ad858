package app.chancery.documents;

/** Draws pictures, in documents and on pages alike; their templates ask for them. */
public final class PictureDrawings {

  /**
   * The picture as an SVG element, to stand in a page.
   *
   * @param id of the element, alone on its page
   */
  public String svg(String id, Picture picture) {
    Drawing drawing = new Drawing(id, picture);
    if (picture instanceof Picture.PowerInterestGrid grid) {
      return new PowerInterestGridDrawing(grid, drawing).svg();
    }
    if (picture instanceof Picture.ReadinessBars bars) {
      return ReadinessBarsDrawing.svg(bars, drawing);
    }
    if (picture instanceof Picture.Timeline timeline) {
      return new TimelineDrawing(timeline, drawing).svg();
    }
    if (picture instanceof Picture.Positions positions) {
      return PositionsDrawing.svg(positions, drawing);
    }
    if (picture instanceof Picture.TrendLines trends) {
      return TrendLinesDrawing.svg(trends, drawing);
    }
    if (picture instanceof Picture.RiskMap risks) {
      return RiskMapDrawing.svg(risks, drawing);
    }
    if (picture instanceof Picture.Portions portions) {
      return PortionsDrawing.svg(portions, drawing);
    }
    throw new IllegalArgumentException("Nobody can draw " + picture);
  }
}
