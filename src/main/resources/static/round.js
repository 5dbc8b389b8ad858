// What a page of a round, or of a task that is about one, cannot know when it is made: the time that is left, the deadline on the
// reader's own clock, and what has changed since. Nothing is loaded anew by itself: what somebody
// has typed stays.
const page = document.querySelector("[data-round]");
const news = document.getElementById("news");
const language = document.documentElement.lang;

// The office's clock counts, whatever this machine's shows.
const ahead = Date.parse(page.dataset.now) - Date.now();
let ends = Date.parse(page.dataset.ends);
let open = page.dataset.open === "true";
let unheard = 0;
let next;

showOwnTime();
showTimeLeft();
if (page.dataset.every) {
  setTimeout(ask, Number(page.dataset.every));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      ask(true);
    }
  });
}

function showOwnTime() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const own = document.getElementById("own-time");
  if (!own) {
    return;
  }
  own.hidden = zone === page.dataset.zone;
  const words = new Intl.DateTimeFormat(language, {
    weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  const part = Object.fromEntries(words.formatToParts(ends).map(({ type, value }) => [type, value]));
  own.querySelector(".text").textContent =
    `${part.weekday} ${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute} (${zone})`;
}

function showTimeLeft() {
  clearTimeout(next);
  const place = document.getElementById("time-left");
  document.querySelectorAll(".left").forEach((each) => { each.hidden = !open; });
  if (!place || !open) {
    return;
  }
  const seconds = Math.max(0, Math.ceil((ends - Date.now() - ahead) / 1000));
  place.textContent = seconds === 0 ? news.dataset.passed : inWords(seconds);
  if (seconds > 0) {
    next = setTimeout(showTimeLeft, seconds > 7200 ? 20000 : 1000);
  } else {
    ask(true);
  }
}

// The two largest parts: nobody reads the seconds of a day.
function inWords(seconds) {
  const parts = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  let left = seconds;
  const words = [];
  for (const [unit, length] of parts) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0 || words.length > 0) {
      words.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count));
    }
    if (words.length === 2) {
      break;
    }
  }
  return words.join(" ");
}

async function ask(once) {
  if (!document.hidden) {
    try {
      const answer = await fetch(`/rounds/${page.dataset.round}/status`, { headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) {
        throw new Error(answer.status);
      }
      hear(await answer.json());
      unheard = 0;
    } catch {
      unheard += 1;
      if (unheard === 2) {
        tell(news.dataset.unheard);
      }
    }
  }
  if (once !== true) {
    setTimeout(ask, Number(page.dataset.every));
  }
}

function hear(status) {
  if (status.mark === page.dataset.mark) {
    if (unheard > 1) {
      news.hidden = true;
      document.documentElement.style.scrollPaddingTop = "";
    }
    return;
  }
  page.dataset.mark = status.mark;
  const moved = Date.parse(status.ends) !== ends;
  ends = Date.parse(status.ends);
  const took = open;
  open = ["under-silence", "standing-still"].includes(status.state);
  if (took && !open) {
    // What it had to say of the end of silence is over; the news lead to what is to be said now.
    document.getElementById("own-time")?.remove();
    document.querySelector("time.until")?.classList.remove("until");
    closeForm(status);
  }
  const state = document.getElementById("state");
  state.querySelector(".mark").textContent = status.word;
  state.querySelector(".text").textContent = status.sentence;
  tell(`${news.dataset.changed} ${status.sentence}`);
  document.querySelectorAll("time[datetime]").forEach((time) => {
    if (moved && time.closest("dl.facts")) {
      time.dateTime = status.ends;
      time.textContent = status.deadline;
    }
  });
  if (moved) {
    showDue();
  }
  showOwnTime();
  showTimeLeft();
}

// A task of a round is due when silence ends; how that is said is known at the office.
async function showDue() {
  const due = document.getElementById("due");
  const answer = due && await fetch(location.pathname, { headers: { Accept: "text/html" } }).catch(() => null);
  if (answer?.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("due");
    due.textContent = fresh?.textContent ?? due.textContent;
  }
}

// Positions are not taken any more: that is said beside the button too, and what was typed is on the
// page that the news lead to.
function closeForm(status) {
  const form = document.getElementById("form");
  form?.querySelectorAll("button[type=submit]").forEach((each) => { each.disabled = true; });
  form?.querySelector(".form-trouble .words")
    .replaceChildren(`${status.sentence} `, news.querySelector("a").cloneNode(true));
  form?.dispatchEvent(new Event("ended"));
}

function tell(text) {
  news.querySelector(".text").textContent = text;
  news.hidden = false;
  // It stays in sight, and what has the focus is not behind it.
  document.documentElement.style.scrollPaddingTop = `${news.offsetHeight}px`;
}
