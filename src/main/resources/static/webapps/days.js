// Tasklist says how far off a moment is by the days of the alliance's calendar, as the desk does: its own
// words round what is left, and make eleven days of ten and a half.
import { word } from './words.js';

const DAY = 86_400_000;

export function countDays(moment) {
  const { from } = moment.fn;
  const calendar = new Intl.DateTimeFormat('en', { timeZone: word('webapps.zone'), year: 'numeric', month: 'numeric', day: 'numeric' });
  const dayOf = (time) => {
    const { year, month, day } = Object.fromEntries(calendar.formatToParts(time.toDate()).map(({ type, value }) => [type, value]));
    return Date.UTC(year, month - 1, day);
  };
  moment.fn.from = function fromByDays(time, withoutSuffix) {
    const days = Math.round((dayOf(this) - dayOf(moment(time))) / DAY);
    if (withoutSuffix || days === 0) {
      return from.call(this, time, withoutSuffix);
    }
    if (Math.abs(days) === 1) {
      return word(days > 0 ? 'webapps.days.tomorrow' : 'webapps.days.yesterday');
    }
    return word(days > 0 ? 'webapps.days.ahead' : 'webapps.days.ago', Math.abs(days));
  };
  // What is left of one day is told in hours to its end.
  moment.relativeTimeThreshold('h', 25);
}
