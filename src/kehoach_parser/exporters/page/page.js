// The page works without this script: all text and facts stand there as lists and links.
// It adds tabs, filters, search, lighting and keys. No content is ever made into HTML here.
"use strict";

const DAY = 86400000;
const MARKS = /[\u0300-\u036f]/g;
const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// ------------------------------------------------------------------ search without accents

const folded = new Map([["đ", "d"], ["Đ", "d"]]);

/** One letter without case and accents; it stays one letter, so that places stay too. */
function foldLetter(letter) {
  let plain = folded.get(letter);
  if (plain === undefined) {
    plain = letter.normalize("NFD").replace(MARKS, "").toLowerCase();
    folded.set(letter, plain = plain.length === 1 ? plain : letter);
  }
  return plain;
}

const fold = (text) => text.toLowerCase().replace(/[^\0-\x7f]/g, foldLetter);
const foldQuery = (text) => fold(text.normalize("NFC")).trim().replace(/\s+/g, " ");

/** All places of a query in an element's text, as ranges. */
function* places(root, query) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  for (let node; (node = walker.nextNode()); text += node.data) nodes.push([text.length, node]);
  text = fold(text);
  const at = (offset) => {
    let low = 0, high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (nodes[middle][0] <= offset) low = middle; else high = middle - 1;
    }
    return [nodes[low][1], offset - nodes[low][0]];
  };
  for (let i = text.indexOf(query); i >= 0; i = text.indexOf(query, i + query.length)) {
    const range = new Range();
    range.setStart(...at(i));
    const [node, offset] = at(i + query.length - 1);
    range.setEnd(node, offset + 1);
    yield range;
  }
}

/** Bring an element into view; what comes to be drawn on the way there may move it again. */
function bring(element, block, left = 5) {
  const before = element.getBoundingClientRect().top;
  element.scrollIntoView({ block });
  requestAnimationFrame(() => {
    const moved = Math.abs(element.getBoundingClientRect().top - before) > 1;
    if (left && moved) bring(element, block, left - 1);
  });
}

// ------------------------------------------------------------------ one plan

class View {
  constructor(root) {
    this.root = root;
    this.text = $(".text", root);
    this.doc = $(".doc", root);
    this.facts = $(".facts", root);
    this.form = $(".filters", root);
    this.tabs = all("[role=tab]", root);
    this.tasks = new Map(all("[data-u]", root).map((card) => [card.dataset.f, card]));
    this.lit = [];
    this.hits = [];
    this.show("facts");
    for (const part of all("[hidden]", root)) part.hidden = false;
    for (const panel of all(".panel", root)) {
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", panel.id.replace(/(\w+)$/, "tab-$1"));
    }
    this.open(this.tabs[0]);
    this.listen();
    this.markPast();
  }

  listen() {
    const { root } = this;
    root.addEventListener("mouseover", (event) => this.light(event.target));
    root.addEventListener("mouseleave", () => this.light(null));
    root.addEventListener("focusin", (event) => this.choose(event.target));
    root.addEventListener("click", (event) => this.click(event));
    this.form.addEventListener("input", () => this.filter());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(() => this.filter()));
    for (const tab of this.tabs) {
      tab.addEventListener("click", () => this.open(tab));
      tab.addEventListener("keydown", (event) => this.turn(event, tab));
    }
    for (const box of all(".layers input", root)) {
      box.addEventListener("change", () => root.classList.toggle(`no-${box.value}`, !box.checked));
    }
    for (const button of all("[data-show]", root)) {
      button.addEventListener("click", () => this.show(button.dataset.show));
    }
    for (const button of all("[data-view]", root)) {
      button.addEventListener("click", () => this.turnTo(button.dataset.view));
    }
  }

  /** Show the text, or the pages of the PDF. */
  turnTo(part) {
    this.root.classList.toggle("on-pages", part === "pages");
    for (const button of all("[data-view]", this.root)) {
      button.setAttribute("aria-pressed", String(button.dataset.view === part));
    }
  }

  /** On a narrow screen the text or the facts are there, not both. */
  show(part) {
    for (const name of ["text", "facts"]) this.root.classList.toggle(`on-${name}`, name === part);
    for (const button of all("[data-show]", this.root)) {
      button.setAttribute("aria-pressed", String(button.dataset.show === part));
    }
  }

  // ---------------------------------------------------------------- tabs and the list in them

  open(tab) {
    for (const other of this.tabs) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      const panel = document.getElementById(other.getAttribute("aria-controls"));
      panel.classList.toggle("on", chosen);
      if (chosen) this.panel = panel;
    }
    this.form.hidden = !/(tasks|deadlines)$/.test(this.panel.id);
    this.filter();
  }

  turn(event, tab) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = this.tabs.at((this.tabs.indexOf(tab) + step) % this.tabs.length);
    this.open(next);
    next.focus();
  }

  /** The links by which one goes through the open list; only one of them is a tab stop. */
  stops() {
    return all(".cards > li:not(.out) > .at", this.panel);
  }

  rove(current) {
    for (const link of all(".cards .at", this.panel)) link.tabIndex = -1;
    const link = current || this.stops()[0];
    if (link) link.tabIndex = 0;
  }

  step(by) {
    const stops = this.stops();
    const now = stops.indexOf(document.activeElement.closest(".cards > li")?.querySelector(".at"));
    const next = stops[Math.min(Math.max(now + by, 0), stops.length - 1)];
    if (!next) return;
    this.show("facts");
    this.rove(next);
    next.focus({ preventScroll: true });
    bring(next.closest(".cards > li"), "nearest");
    if (matchMedia("(min-width: 56rem)").matches) this.scrollTo(this.idsOf(next.closest(".cards > li")));
  }

  // ---------------------------------------------------------------- light and scroll

  /** The element of a fact at or around a place. */
  factAt(target) {
    return target?.closest("[data-f], .doc [id]");
  }

  /** The ids of an element's facts; the first piece of a fact in the text has it for an anchor. */
  idsOf(element) {
    const ids = element.dataset.f ?? element.id.slice(this.root.dataset.prefix.length);
    return ids.split(" ").filter(Boolean);
  }

  named(ids, root = this.root) {
    return ids.flatMap((id) => {
      const name = CSS.escape(id);
      return all(`[data-f~="${name}"], .doc [id="${CSS.escape(this.root.dataset.prefix)}${name}"]`, root);
    });
  }

  /** Light what the mouse is at, and what was chosen by click or key until something else is. */
  light(target) {
    const facts = [this.factAt(target), this.chosen].filter(Boolean);
    const lit = facts.flatMap((fact) => this.named(this.idsOf(fact)));
    for (const element of this.lit) if (!lit.includes(element)) element.classList.remove("lit");
    for (const element of lit) element.classList.add("lit");
    this.lit = lit;
  }

  click(event) {
    const fact = this.factAt(event.target);
    if (!fact || event.target.closest("input, select, button")) return;
    const inner = event.target.closest("a");
    if (inner && !this.factAt(inner)) return;
    event.preventDefault();
    if (this.text.contains(fact)) this.reveal(this.idsOf(fact));
    else this.scrollTo(this.idsOf(fact), true);
    const at = fact.closest(".cards > li")?.querySelector(".at");
    if (at) {
      this.rove(at);
      at.focus({ preventScroll: true });
    }
    this.choose(fact);
  }

  choose(target) {
    this.chosen = this.factAt(target) ?? this.chosen;
    this.light(null);
  }

  /** Bring a fact's place in the text into view. */
  scrollTo(ids, turn = false) {
    const places = this.named(ids, this.text);
    if (!places.length) return;
    if (turn) this.show("text");
    const place = places.find((element) => element.getClientRects().length) ?? places[0];
    bring(place, "center");
  }

  /** Bring a fact of the text into view in the lists, in the open one if it is there. */
  reveal(ids) {
    const found = this.named(ids, this.facts);
    const seen = found.find((element) => this.panel.contains(element)) ?? found[0];
    if (!seen) return;
    const panel = seen.closest(".panel");
    if (panel !== this.panel) this.open(this.tabs.find((tab) => tab.getAttribute("aria-controls") === panel.id));
    if (seen.closest(".out")) this.form.reset();
    this.show("facts");
    setTimeout(() => {
      const card = seen.closest(".cards > li") ?? seen;
      bring(card, "center");
      this.rove(card.querySelector(".at"));
    });
  }

  // ---------------------------------------------------------------- filters

  markPast() {
    const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString();
    this.today = today.slice(0, 10);
    const past = $("[data-past]", this.root).dataset.past;
    for (const card of all(".line li:not(.period)", this.root)) {
      if (this.isPast(card.dataset.d)) {
        card.classList.add("past");
        $(".at", card).dataset.past = past;
      }
    }
  }

  /** Whether a day is over; what only begins on one (`2026-06-30+`) never is. */
  isPast(day) {
    return /^[\d-]+$/.test(day) && day < this.today;
  }

  filter() {
    const { unit, lead, time } = this.form.elements;
    const query = foldQuery(search.value);
    $("[type=reset]", this.form).hidden = !unit.value && !time.value && !lead.checked;
    const cards = all(".cards > li", this.panel);
    let n = 0;
    for (const card of cards) {
      const stays = (this.form.hidden
        || ((!unit.value || this.concerns(card, unit.value, lead.checked))
          && this.inTime(card.dataset.d.split(" ").filter(Boolean), time.value)))
        && (!query || fold(card.textContent).replace(/\s+/g, " ").includes(query));
      card.classList.toggle("out", !stays);
      if (stays) n += 1;
    }
    for (const group of all(".group", this.panel)) {
      group.classList.toggle("out", !$("li:not(.out)", group));
    }
    const count = $(".count", this.form);
    count.textContent = n < cards.length ? fill(count.dataset.say, { n, all: cards.length }) : "";
    this.rove();
  }

  /** Whether a body does a task, or one of the tasks that a deadline binds. */
  concerns(card, unit, onlyLead) {
    const tasks = card.dataset.u === undefined
      ? all("p[data-f]", card).map((line) => this.tasks.get(line.dataset.f)) : [card];
    return tasks.some((task) => task.dataset[onlyLead ? "l" : "u"].split(" ").includes(unit));
  }

  inTime(days, wanted) {
    if (!wanted) return true;
    if (wanted === "none") return !days.length;
    if (wanted === "r") return days.includes("r");
    if (wanted === "past") return days.some((day) => this.isPast(day));
    if (wanted.length === 7) return days.some((day) => day.startsWith(wanted));
    const last = new Date(Date.parse(this.today) + wanted * DAY).toISOString().slice(0, 10);
    return days.some((day) => day >= this.today && day <= last);
  }

  // ---------------------------------------------------------------- search

  find(query) {
    this.hits = query ? [...places(this.doc, query)] : [];
    this.hit = -1;
    this.draw();
    this.filter();
    this.say(query);
  }

  say(query) {
    const n = this.hits.length;
    const { none, many, one } = hits.dataset;
    const pattern = !n ? none : this.hit < 0 ? many : one;
    hits.textContent = query ? fill(pattern, { n, i: this.hit + 1 }) : "";
  }

  next(by) {
    if (!this.hits.length) return;
    const from = this.hit < 0 && by < 0 ? 0 : this.hit;
    this.hit = (from + by + this.hits.length) % this.hits.length;
    this.show("text");
    this.turnTo("doc");
    bring(this.hits[this.hit].startContainer.parentElement, "center");
    this.draw();
    this.say(true);
  }

  draw() {
    if (!("highlights" in CSS)) return;
    CSS.highlights.set("hit", new Highlight(...this.hits));
    CSS.highlights.set("now", new Highlight(...this.hits.slice(this.hit).slice(0, this.hit < 0 ? 0 : 1)));
  }
}

// ------------------------------------------------------------------ the whole page

const search = document.getElementById("search");
const hits = document.getElementById("hits");
const which = document.getElementById("which");
document.documentElement.classList.add("js");
for (const part of all("header [hidden]")) part.hidden = false;
const views = all(".plan").map((root) => new View(root));
let view = views[0];

function choose(prefix) {
  for (const other of views) other.root.hidden = other.root.dataset.prefix !== prefix;
  view = views.find((other) => !other.root.hidden);
  view.find(foldQuery(search.value));
}

function back() {
  search.value = "";
  view.find("");
  view.chosen = null;
  view.light(null);
}

function key(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "Escape") {
    back();
    if (target === search) search.blur();
    return;
  }
  if (target.closest("input, select, textarea")) return;
  const by = { j: 1, k: -1 }[key] ?? (target.closest(".cards > li") && { ArrowDown: 1, ArrowUp: -1 }[key]);
  if (key === "/") search.focus();
  else if (by) view.step(by);
  else return;
  event.preventDefault();
}

if (view) {
  let waiting;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => view.find(foldQuery(search.value)), 120);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") view.next(event.shiftKey ? -1 : 1);
  });
  document.addEventListener("keydown", key);
  which?.addEventListener("change", () => choose(which.value));
  if (which) choose(which.value);
}

const dark = document.getElementById("dark");
const prefers = dark.media;
document.getElementById("theme").addEventListener("click", () => {
  const isDark = matchMedia(dark.media).matches;
  const own = matchMedia(prefers).matches !== isDark;
  dark.media = own ? prefers : isDark ? "not all" : "screen";
});
