// The map: our own drawings, to be scrolled and zoomed, with a way or what can be reached in them.

import { button, drawing, el, svg } from "./elements.js";
import { folded, lanesOf } from "./fold.js";
import { restOf } from "./joins.js";
import { months } from "./ladder.js";
import { say } from "./words.js";

const STEPS = [12, 24, 36, 60]; // months up to which each shade but the last reaches
const ZOOM = 1.3;
const LARGEST = 1.5; // times its own size, when a drawing is made to fit
const SMALLEST = 640; // pixels of width below which a drawing is shown in its own size, to be moved

// Which shade stands for so many months.
export function shadeOf(months) {
  const shade = STEPS.findIndex((step) => months <= step);
  return shade < 0 ? STEPS.length : shade;
}

export class LadderMap {
  #maps;
  #shown = 0;
  #scale = null;
  #picture = null;
  #choice = null;
  #trackOf;
  #folded = new Set();
  #lanes = el("p", { class: "lanes" });
  #mark = () => {};
  #frame = el("div", { class: "frame", tabindex: "0", role: "group" });
  #legend = el("p", { class: "legend" });

  constructor(maps, trackOf) {
    this.#maps = maps;
    this.#trackOf = trackOf;
    this.#frame.setAttribute("aria-label", say("mapKeys"));
    this.#drag();
    this.#frame.addEventListener("keydown", (event) => {
      if (event.key === "+" || event.key === "=") this.#zoom(ZOOM);
      else if (event.key === "-") this.#zoom(1 / ZOOM);
      else if (event.key === "0") this.#fit();
    });
    this.#frame.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.#zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
      },
      { passive: false },
    );
    this.element = el(
      "section",
      { class: "map", "aria-labelledby": "map-title" },
      this.#bar(),
      this.#lanes,
      this.#frame,
      this.#legend,
    );
    this.#show(0);
  }

  #bar() {
    const tools = [
      button("+", () => this.#zoom(ZOOM), { "aria-label": say("zoomIn") }),
      button("−", () => this.#zoom(1 / ZOOM), { "aria-label": say("zoomOut") }),
      button(say("fit"), () => this.#fit()),
    ];
    const bar = el("div", { class: "bar" }, el("h2", { id: "map-title" }, say("map")), ...tools);
    if (this.#maps.length < 2) return bar;
    const options = this.#maps.map((one, place) =>
      el("option", { value: String(place) }, place ? one.name : say("wholeLadder")),
    );
    this.#choice = el(
      "select",
      { id: "map-part", onchange: () => this.#show(Number(this.#choice.value)) },
      options,
    );
    const label = el("label", { for: "map-part" }, say(`part.${this.#maps[1].kind}`));
    bar.append(el("span", { class: "part" }, label, this.#choice));
    return bar;
  }

  #show(place) {
    this.#shown = place;
    this.#folded.clear();
    const lanes = this.#maps[place].roles.length ? lanesOf(this.#maps[place].tree) : [];
    const toggles = lanes.map(({ id }) => {
      const box = el("input", {
        type: "checkbox",
        checked: true,
        onchange: () => this.#fold(id, !box.checked),
      });
      return el("label", {}, box, this.#trackOf[id]?.name ?? id);
    });
    this.#lanes.replaceChildren(...(lanes.length > 1 ? toggles : []));
    this.#draw();
    this.#fit();
    // On a phone all of it would be too small to read: its beginning is shown, and the rest is moved to.
    if (innerWidth < SMALLEST) this.#scaleTo(this.#ownWidth() * 0.9);
  }

  #ownWidth() {
    return this.#picture.viewBox.baseVal.width;
  }

  #scaleTo(width) {
    this.#scale = Math.min(Math.max(width, 200), 12000);
    this.#picture.style.width = `${this.#scale}px`;
  }

  #draw() {
    const { tree, roles } = this.#maps[this.#shown];
    const lanes = roles.length ? lanesOf(tree).filter(({ id }) => this.#folded.has(id)) : [];
    const width = this.#picture?.style.width;
    this.#picture = drawing(folded(tree, lanes));
    // Bands are told from one another by ids, which nobody should have to read.
    for (const title of this.#picture.querySelectorAll(".cluster > title")) {
      const id = title.textContent.replace(/^cluster /, "");
      title.textContent = this.#trackOf[id]?.name ?? "";
    }
    this.#picture.style.width = width ?? "100%";
    this.#frame.replaceChildren(this.#picture);
    this.#mark();
  }

  #fold(lane, away) {
    this.#folded[away ? "add" : "delete"](lane);
    this.#draw();
  }

  #fit() {
    this.#scale = null;
    this.#picture.style.width = `min(100%, ${this.#ownWidth() * LARGEST}px)`;
  }

  #zoom(factor) {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#frame;
    const width = this.#scale ?? this.#picture.clientWidth;
    this.#scaleTo(width * factor);
    const grown = this.#scale / width;
    this.#frame.scrollLeft = (scrollLeft + clientWidth / 2) * grown - clientWidth / 2;
    this.#frame.scrollTop = (scrollTop + clientHeight / 2) * grown - clientHeight / 2;
  }

  #drag() {
    let from = null;
    const frame = this.#frame;
    frame.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && !event.button)
        from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
    });
    frame.addEventListener("dragstart", (event) => event.preventDefault());
    self.addEventListener("pointerup", () => (from = null));
    frame.addEventListener("pointermove", (event) => {
      if (!from) return;
      frame.scrollLeft = from.x - event.clientX;
      frame.scrollTop = from.y - event.clientY;
    });
  }

  #part(id) {
    return this.#picture.querySelector(`[id="${CSS.escape(id)}"]`);
  }

  // Shows the ladder by itself.
  clear() {
    this.#mark = () => {
      this.#picture.querySelectorAll("[data-mark]").forEach((one) => delete one.dataset.mark);
      this.#picture.querySelectorAll(".badge, .rest").forEach((one) => one.remove());
      this.#picture.removeAttribute("data-marked");
      this.#legend.replaceChildren();
    };
    this.#mark();
  }

  // Changes to a part of the ladder that has the role, where what is shown has not.
  #turnTo(role) {
    if (this.#maps[this.#shown].roles.includes(role)) return;
    const place = this.#maps.findIndex((one) => one.roles.includes(role));
    if (place < 0) return;
    this.#show(place);
    this.#choice.value = String(place);
  }

  // Brings a role into the frame; the page itself stays where it is.
  #scrollTo(role) {
    const box = this.#part(`role-${role}`)?.getBoundingClientRect();
    if (!box) return;
    const frame = this.#frame.getBoundingClientRect();
    this.#frame.scrollLeft += box.x + box.width / 2 - (frame.x + frame.width / 2);
    this.#frame.scrollTop += box.y + box.height / 2 - (frame.y + frame.height / 2);
  }

  // Shows where one role is.
  showRole(role) {
    this.clear();
    this.#turnTo(role);
    const clear = this.#mark;
    this.#mark = () => {
      clear();
      this.#badge(`role-${role}`, "here");
    };
    this.#mark();
    this.#scrollTo(role);
  }

  // Shows a way: its roles, numbered, and its moves.
  showWay(stays) {
    this.clear();
    this.#turnTo(stays.at(-1).role);
    const clear = this.#mark;
    this.#mark = () => {
      clear();
      this.#picture.dataset.marked = "way";
      stays.forEach((stay, place) => {
        this.#badge(`role-${stay.role}`, "way", String(place + 1));
        if (!stay.move) return;
        for (const move of [`${stay.move.transition}`, `${stay.move.transition}-${stay.role}`])
          this.#markMove(move);
      });
    };
    this.#mark();
    this.#scrollTo(stays[0].role);
  }

  #markMove(move) {
    const { gates } = this.#maps[this.#shown];
    const gate = gates[move] && this.#part(gates[move]);
    const line = this.#part(`transition-${move}`);
    if (gate) gate.dataset.mark = "way";
    if (!line) return;
    line.dataset.mark = "way";
    const same = Object.keys(gates).filter((one) => gates[one] === gates[move]);
    const others = same.map((one) => this.#part(`transition-${one}`)).filter(Boolean);
    const rest = restOf(line, others);
    if (rest) line.after(rest);
  }

  // Shades each role by how soon it is reached.
  showReach(answer) {
    this.clear();
    this.#turnTo(answer.from);
    const clear = this.#mark;
    this.#mark = () => {
      clear();
      this.#picture.dataset.marked = "reach";
      for (const way of answer.ways) {
        this.#badge(`role-${way.role}`, `shade-${shadeOf(way.months)}`, String(way.months));
      }
      for (const role of answer.unreached) this.#badge(`role-${role}`, "unreached");
      const shades = [...STEPS, null].map((step, place) =>
        el(
          "span",
          { class: `swatch shade-${place}` },
          step ? say("upTo", { months: months(step) }) : say("longer"),
        ),
      );
      this.#legend.replaceChildren(say("reachLegend"), " ", ...shades);
    };
    this.#mark();
  }

  #badge(id, mark, text) {
    const box = this.#part(id);
    if (!box) return;
    box.dataset.mark = mark;
    if (!text) return;
    const { x, y, width } = box.getBBox();
    const room = 8 + text.length * 8;
    const at = {
      x: String(x + width - room + 6),
      y: String(y - 8),
      width: String(room),
      height: "17",
      rx: "8",
    };
    const letters = {
      x: String(x + width - room / 2 + 6),
      y: String(y + 5),
      "text-anchor": "middle",
    };
    box.append(
      svg("g", { class: "badge", "aria-hidden": "true" }, ["rect", at], ["text", letters, text]),
    );
  }
}
