package app.chancery.oversight;

import app.chancery.platform.watching.Figure;
import app.chancery.platform.watching.Figures;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ReviewFigures implements Figures {

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "chancery_reviews_open",
            "Reviews on which the committee is to decide",
            "select count(*) as number from review where status = 'OPEN'"),
        new Figure(
            "chancery_reviews_late",
            "Reviews on which the committee should have decided, in the alliance's zone",
            "select count(*) as number from review where status = 'OPEN' and decide_by < :today"),
        new Figure(
            "chancery_reviews_due",
            "Quarterly reviews that should be open and are not",
            // While the committee has not decided on one, no other opens: it is late, not the
            // office.
            "select count(*) as number from review_plan p where due_at <= :now and not exists"
                + " (select 1 from review r where r.programme = p.programme"
                + " and r.kind = 'QUARTERLY' and r.status = 'OPEN')"));
  }
}
