// The page: what stands in the address is shown, and whatever is asked is put there.

import { isPlain, question, read, written, empty } from "./address.js";
import { nextView, totalOf, wayView, waysTable } from "./answer.js";
import { compareView } from "./compare.js";
import { button, el } from "./elements.js";
import { form, questionBar } from "./form.js";
import { memory } from "./keep.js";
import { exampleOf, lookUps } from "./ladder.js";
import { LadderMap } from "./map.js";
import { noTotal, noView } from "./no.js";
import { data } from "./parts.js";
import { picker } from "./pickers.js";
import { Planner } from "./planner.js";
import { reachTotal, reachView } from "./reach.js";
import { roleList, rolePage } from "./role.js";
import { say, speak } from "./words.js";

// What went wrong that cannot be asked for in this page: told, with what the planner says of it.
function failure(error) {
  return [say("notAnswered"), " ", el("span", { lang: "en" }, error)];
}

const LONG = 300; // letters from which a source is folded
const FEW = 60; // roles up to which other ways and next steps are looked for without being asked

class Page {
  #ladder;
  #answers;
  #map;
  #planner = null;
  #shown = 0; // counts what is shown, so that a late answer to another question is dropped
  #remarks = []; // on how a sentence was heard
  #way = empty(); // the question asked last, to which other parts of the page lead back
  #links = {};
  #stays = false; // whether the next question comes from a form, in which the focus stays
  #spoken = el("p", { class: "unseen", role: "status" });
  #status = el("p", { class: "planner-status", role: "status" });
  #told = el("div", { id: "told" });

  async begin() {
    const language = speak(await data("words"), navigator.languages);
    const [content, answers, maps] = await Promise.all(
      ["content", "answers", `maps-${language}`].map(data),
    );
    const planned = document.getElementById("main").hasAttribute("data-planned");
    this.#ladder = { ...lookUps(content), planned };
    this.#answers = answers;
    this.#map = new LadderMap(maps, this.#ladder.trackOf);
    this.#frame();
    self.addEventListener("hashchange", () => this.show());
    self.addEventListener("beforeprint", () =>
      this.#told.querySelectorAll(".answer details").forEach((one) => (one.open = true)),
    );
    if (location.hash.length < 2 && memory.get()) history.replaceState(null, "", memory.get());
    this.show({ moveFocus: false });
  }

  #frame() {
    const links = [
      ["way", "#", "myWay"],
      ["roles", "#roles", "allRoles"],
      ["compare", "#compare=", "compare"],
    ].map(([part, href, key]) => {
      this.#links[part] = el("a", { href }, say(key));
      return el("li", {}, this.#links[part]);
    });
    document
      .getElementById("top")
      .append(
        el("nav", { "aria-label": say("nav") }, el("ul", {}, links)),
        this.#search("search"),
        this.#status,
      );
    document.body.prepend(
      el(
        "a",
        {
          href: "#main",
          class: "skip",
          onclick: (event) => (event.preventDefault(), this.#told.querySelector("h2")?.focus()),
        },
        say("skip"),
      ),
    );
    document.getElementById("main").replaceChildren(this.#spoken, this.#told, this.#map.element);
    const { source } = this.#ladder;
    document.body.append(
      el(
        "footer",
        {},
        el("p", {}, say("nothingSent")),
        source ? sourceView(source) : null,
      ),
    );
    this.#sayStatus("waiting");
  }

  #search(key) {
    return picker({
      key,
      label: say("search"),
      entries: this.#ladder.roleEntries,
      placeholder: say("search"),
      onpick: (id) => id && (location.hash = `#role=${id}`),
    });
  }

  #sayStatus(planning) {
    this.#status.textContent = say(`planner.${planning}`);
    this.#status.dataset.planner = planning;
    this.#status.dataset.after = String(Math.round(performance.now()));
  }

  async startPlanner() {
    try {
      this.#planner = await Planner.find();
      if (!this.#planner) {
        this.#sayStatus("none");
        return;
      }
      self.ladderPlanner = this.#planner; // for who wants to ask from the console
      await this.#planner.ready;
      this.#sayStatus("ready");
    } catch (error) {
      this.#planner = null;
      this.#sayStatus("failed");
      console.warn("planner:", error.message);
    }
  }

  // Shows what the address says.
  show({ moveFocus = true } = {}) {
    const { state, wrong } = read(location.hash.replace(/^#compare=$/, "#"), this.#ladder);
    this.#shown += 1;
    this.#map.clear();
    const focus = this.#focusAfter(moveFocus);
    const faults = wrong.length
      ? el("p", { class: "wrong", role: "alert" }, say("addressWrong", { what: wrong.join(", ") }))
      : null;
    const remarks = this.#remarks.map((text) => el("p", { role: "status" }, text));
    this.#remarks = [];
    this.#told.replaceChildren(...[faults, ...remarks, this.#view(state)].filter(Boolean));
    document.title = `${this.#told.querySelector("h2").textContent} – ${this.#ladder.name}`;
    focus();
  }

  // Made before all is made anew: finds where the focus was, or else the heading.
  #focusAfter(moveFocus) {
    const stays = this.#stays;
    this.#stays = false;
    if (!moveFocus) return () => {};
    const { id, name } = document.activeElement ?? {};
    const alike = () => [
      ...document.querySelectorAll(
        name ? `[name="${CSS.escape(name)}"]` : `[id="${CSS.escape(id ?? "")}"]`,
      ),
    ];
    const place = stays ? alike().indexOf(document.activeElement) : -1;
    return () => {
      const there = alike()[place];
      if (there) there.focus({ preventScroll: true });
      else {
        if (!stays) self.scrollTo(0, 0);
        this.#told.querySelector("h2")?.focus({ preventScroll: stays });
      }
    };
  }

  // Marks which part of the page is shown.
  #at(part) {
    for (const [name, link] of Object.entries(this.#links))
      if (name === part) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    this.#links.way.href = written(this.#way);
  }

  #view(state) {
    const ladder = this.#ladder;
    const compares = state.compare.length || location.hash.startsWith("#compare=");
    const other = state.role || state.roles || compares;
    if (!other) this.#way = state;
    this.#at(state.roles || state.role ? "roles" : compares ? "compare" : "way");
    if (state.role) {
      this.#map.showRole(state.role);
      const to = state.role;
      const avoid = this.#way.avoid.filter((one) => one !== to);
      return rolePage(ladder, ladder.roleOf[to], written({ ...this.#way, to, avoid }));
    }
    if (state.roles) return roleList(ladder, this.#search("find"));
    if (compares)
      return compareView(ladder, state.compare, (compare) =>
        this.#change({ ...empty(), compare }, "#compare="),
      );
    return this.#wayPage(state);
  }

  #go(state, otherwise = "#") {
    const address = written(state);
    location.hash = address === "#" ? otherwise : address;
  }

  #wayPage(state) {
    const total = el("p", { class: "total", hidden: true });
    const body = el("div", {});
    const answer = el("section", { class: "answer" }, total, body);
    const change = (next, remarks = []) => {
      this.#remarks = remarks;
      if (typeof next === "string") location.hash = next;
      else this.#change(next ?? empty());
    };
    const planner = this.planning.then(() => this.#planner);
    const fields = form(this.#ladder, state, change, planner);
    const bar = questionBar(state, change);
    if (!state.from)
      return el("div", {}, this.#welcome(state), fields, this.#examples(state), bar);
    answer.prepend(el("h2", { tabindex: "-1" }, this.#title(state)));
    this.#answer(state, { total, body });
    return el("div", {}, fields, answer, bar);
  }

  // What this is, and what to do, for whoever comes for the first time.
  #welcome(state) {
    const title = state.to ? this.#title(state) : say("welcome");
    return el(
      "div",
      { class: "welcome" },
      el("h2", { tabindex: "-1" }, title),
      el("p", {}, say(state.to ? "beginAtTo" : "begin")),
    );
  }

  #examples(state) {
    const [from, to] = state.to ? [] : exampleOf(this.#ladder);
    const name = (id) => this.#ladder.roleOf[id].name;
    const { about } = this.#ladder;
    return el(
      "div",
      { class: "soft about" },
      from
        ? el(
            "p",
            {},
            say("forExample"),
            " ",
            el("a", { href: written({ ...empty(), from, to }) }, `${name(from)} → ${name(to)}`),
          )
        : null,
      about ? el("p", {}, about) : null,
    );
  }

  #title(state) {
    const name = (id) => this.#ladder.roleOf[id].name;
    if (state.from && state.to) return `${name(state.from)} → ${name(state.to)}`;
    if (state.to) return say("howTo", { role: name(state.to) });
    return say("whatFrom", { role: name(state.from) });
  }

  // Puts a question of the form into the address, without leaving the form.
  #change(state, otherwise) {
    const before = location.hash;
    this.#go(state, otherwise);
    this.#stays = location.hash !== before;
  }

  // place has the total, which stays in sight while one says more, and the body below it.
  async #answer(state, place) {
    const { total, body } = place;
    const shown = this.#shown;
    const asked = question(state, state.to ? "path" : "reach");
    const answer = await this.#ask(asked, body);
    if (shown !== this.#shown || !answer) return;
    if (answer.status === "error")
      body.replaceChildren(el("p", { class: "wrong", role: "alert" }, ...failure(answer.error)));
    else if (!state.to) {
      this.#sayTotal(place, reachTotal(answer));
      body.replaceChildren(
        ...reachView(this.#ladder, answer, (to) => written({ ...state, to })).filter(Boolean),
      );
      this.#map.showReach(answer);
    } else if (answer.stays) await this.#showWay(state, answer, place);
    else if (answer.status === "unreachable") await this.#showNo(state, answer, place, shown);
    else this.#sayTotal(place, [el("strong", { "data-answer": "" }, say("limit"))]);
    if (!total.textContent) this.#spoken.textContent = body.querySelector(".wrong")?.textContent ?? "";
  }

  // Says the total to who listens, too; the rest they find below the form. While it is far from
  // the rest, as on a phone, it leads there.
  #sayTotal({ total, body }, parts) {
    const there = button("↓", () => body.scrollIntoView({ behavior: "smooth" }), {
      "aria-label": say("seeHow"),
    });
    total.hidden = false;
    total.replaceChildren(...parts, there);
    this.#spoken.textContent = parts.map((one) => one.textContent).join(" ");
    new IntersectionObserver(([seen]) => (there.hidden = seen.isIntersecting), {
      rootMargin: "0px 0px -30% 0px",
    }).observe(body);
  }

  async #showNo(state, answer, place, shown) {
    this.#sayTotal(place, noTotal(answer));
    // As it is, or with limits that a way keeps to.
    const addressOf = ({ atLeast, ...changes }) => {
      const next = { ...state, ...changes };
      if (atLeast && next.within < atLeast.months) next.within = atLeast.months;
      if (atLeast && next.budget < atLeast.cost) next.budget = atLeast.cost;
      return written(next);
    };
    const show = (told) =>
      place.body.replaceChildren(...noView(this.#ladder, told, addressOf).flat().filter(Boolean));
    show(answer);
    if (answer.repairs || !answer.blockers.length) return;
    const found = await this.#planner.ask(question(state, "repairs"));
    if (shown === this.#shown && found?.repairs) show({ ...answer, ...found });
  }

  async #showWay(state, path, place) {
    const way = el("div", {});
    const more = el("div", { class: "more" });
    const planner = this.planning.then(() => this.#planner);
    const show = (chosen) => {
      this.#sayTotal(place, totalOf(this.#ladder, chosen));
      way.replaceChildren(...wayView(this.#ladder, chosen, state, planner).filter(Boolean));
      this.#map.showWay(chosen.stays);
    };
    show(path);
    place.body.replaceChildren(way, more);
    const shown = this.#shown;
    await this.planning;
    if (shown !== this.#shown) return;
    if (!this.#planner) {
      more.append(el("p", { class: "soft" }, say("moreByPlanner")));
      return;
    }
    const ways = this.#later(more, "otherWays", question(state, "ways"), (answer, room) => {
      const table = (chosen) =>
        room.replaceChildren(
          waysTable(this.#ladder, answer, chosen, (other) => {
            show(answer.paths[other]);
            table(other);
            room.querySelector("[aria-pressed=true]").focus();
          }),
        );
      table(0);
    });
    const next = this.#later(more, "thisMonth", question(state, "next"), (answer, room) =>
      room.replaceChildren(nextView(this.#ladder, answer)),
    );
    if (this.#ladder.roles.length <= FEW) ways().then(next);
  }

  // A question that is put when its button is pressed, or when what is returned is called.
  #later(place, key, asked, show) {
    const shown = this.#shown;
    const room = el(
      "div",
      {},
      button(say(key), () => put()),
    );
    place.append(room);
    const put = async () => {
      if (shown !== this.#shown) return;
      const answer = await this.#ask(asked, room);
      if (shown !== this.#shown || !answer) return;
      if (answer.error) room.replaceChildren(el("p", {}, ...failure(answer.error)));
      else show(answer, room);
    };
    return put;
  }

  // The answer; null where there is no planner for it, or it was ended.
  async #ask(asked, place) {
    const known = isPlain(asked) && this.#known(asked);
    if (known) return known;
    if (!this.#planner) place.replaceChildren(el("p", { class: "soft" }, say("planner.waiting")));
    await this.planning;
    if (!this.#planner) {
      place.replaceChildren(el("p", { class: "soft" }, say("needsPlanner")));
      return null;
    }
    this.#planner.free();
    const waiting = setTimeout(() => {
      place.replaceChildren(
        el(
          "p",
          {},
          say("thinking"),
          " ",
          button(say("stop"), () => this.#planner.stop()),
        ),
      );
    }, 400);
    const answer = await this.#planner.ask(asked);
    clearTimeout(waiting);
    if (!answer) place.replaceChildren(el("p", {}, say("stopped")));
    return answer;
  }

  #known({ ask, from, to }) {
    return this.#answers[ask]?.[ask === "path" ? `${from} ${to}` : from];
  }
}

function sourceView(source) {
  const text = say("source", { source });
  if (text.length < LONG) return el("p", {}, text);
  return el("details", {}, el("summary", {}, say("sources")), el("p", {}, source));
}

const page = new Page();
// The parts of the planner stand behind this script, and are read once all of the page is there.
page.planning = new Promise((resolve) => {
  document.addEventListener("DOMContentLoaded", () =>
    begun.then(() => page.startPlanner()).then(resolve, () => {}),
  );
});
const begun = page.begin();
begun.catch((error) => {
  console.warn(error.message);
  const told = "This page needs a newer browser. Diese Seite braucht einen neueren Browser.";
  document.getElementById("main").replaceChildren(el("p", { role: "alert" }, told));
});
