// The page: what stands in the address is shown, and whatever is asked is put there.

import { isPlain, question, read, written, empty } from "./address.js";
import { nextView, wayView, waysTable } from "./answer.js";
import { compareView } from "./compare.js";
import { button, el } from "./elements.js";
import { form } from "./form.js";
import { memory } from "./keep.js";
import { lookUps } from "./ladder.js";
import { LadderMap } from "./map.js";
import { noView } from "./no.js";
import { data } from "./parts.js";
import { picker } from "./pickers.js";
import { Planner } from "./planner.js";
import { reachView } from "./reach.js";
import { roleList, rolePage } from "./role.js";
import { say, speak } from "./words.js";

// What went wrong that cannot be asked for in this page: told, with what the planner says of it.
function failure(error) {
  return [say("notAnswered"), " ", el("span", { lang: "en" }, error)];
}

const FEW = 60; // roles up to which other ways and next steps are looked for without being asked

class Page {
  #ladder;
  #answers;
  #map;
  #planner = null;
  #shown = 0; // counts what is shown, so that a late answer to another question is dropped
  #remarks = []; // on how a sentence was heard
  #stays = false; // whether the next question comes from a form, in which the focus stays
  #spoken = el("p", { class: "unseen", role: "status" });
  #status = el("p", { class: "planner-status", role: "status" });
  #told = el("div", { id: "told" });

  async begin() {
    const language = speak(await data("words"), navigator.languages);
    const [content, answers, maps] = await Promise.all(
      ["content", "answers", `maps-${language}`].map(data),
    );
    this.#ladder = lookUps(content);
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
    const search = picker({
      key: "search",
      label: say("search"),
      entries: this.#ladder.roleEntries,
      placeholder: say("typeARole"),
      onpick: (id) => id && (location.hash = `#role=${id}`),
    });
    const links = [
      ["#", "myWay"],
      ["#roles", "allRoles"],
      ["#compare=", "compare"],
    ].map(([href, key]) => el("li", {}, el("a", { href }, say(key))));
    document
      .getElementById("top")
      .append(el("nav", { "aria-label": say("nav") }, el("ul", {}, links)), search, this.#status);
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
        source ? el("p", {}, say("source", { source })) : null,
        el("p", {}, say("nothingSent")),
      ),
    );
    this.#sayStatus("waiting");
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
      else this.#told.querySelector("h2")?.focus();
    };
  }

  #view(state) {
    const ladder = this.#ladder;
    if (state.role) {
      this.#map.showRole(state.role);
      return rolePage(ladder, ladder.roleOf[state.role]);
    }
    if (state.roles) return roleList(ladder);
    if (state.compare.length || location.hash.startsWith("#compare="))
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
    const answer = el("section", { class: "answer" });
    const change = (next, remarks = []) => {
      this.#remarks = remarks;
      if (typeof next === "string") location.hash = next;
      else this.#change(next ?? empty());
    };
    const planner = this.planning.then(() => this.#planner);
    const fields = form(this.#ladder, state, change, planner);
    if (state.from) this.#answer(state, answer);
    else answer.append(el("p", { class: "soft" }, say("begin")));
    const about =
      !state.from && this.#ladder.about ? el("p", { class: "about" }, this.#ladder.about) : null;
    return el("div", {}, about, el("h2", { tabindex: "-1" }, this.#title(state)), fields, answer);
  }

  #title(state) {
    const name = (id) => this.#ladder.roleOf[id].name;
    if (state.from && state.to) return `${name(state.from)} → ${name(state.to)}`;
    return state.from ? say("whatFrom", { role: name(state.from) }) : say("myWay");
  }

  // Puts a question of the form into the address, without leaving the form.
  #change(state, otherwise) {
    const before = location.hash;
    this.#go(state, otherwise);
    this.#stays = location.hash !== before;
  }

  async #answer(state, place) {
    const watch = new MutationObserver(() => this.#announce(place));
    watch.observe(place, { childList: true });
    const shown = this.#shown;
    const asked = question(state, state.to ? "path" : "reach");
    const answer = await this.#ask(asked, place);
    if (shown !== this.#shown || !answer) return;
    if (answer.status === "error")
      place.replaceChildren(el("p", { class: "wrong", role: "alert" }, ...failure(answer.error)));
    else if (!state.to) {
      place.replaceChildren(
        ...reachView(this.#ladder, answer, (to) => written({ ...state, to })).filter(Boolean),
      );
      this.#map.showReach(answer);
    } else if (answer.stays) await this.#showWay(state, answer, place);
    else if (answer.status === "unreachable") await this.#showNo(state, answer, place, shown);
    else
      place.replaceChildren(
        el("p", { class: "total" }, el("strong", { "data-answer": "" }, say("limit"))),
      );
  }

  // Says the total to who listens instead of reading; the rest they find below the form.
  #announce(place) {
    const total = place.querySelector(".total") ?? place.querySelector(".wrong");
    if (total) this.#spoken.textContent = total.textContent;
  }

  async #showNo(state, answer, place, shown) {
    const show = (told) =>
      place.replaceChildren(...noView(this.#ladder, told).flat().filter(Boolean));
    show(answer);
    if (answer.repairs || !answer.blockers.length) return;
    const found = await this.#planner.ask(question(state, "repairs"));
    if (shown === this.#shown && found?.repairs) show({ ...answer, ...found });
  }

  async #showWay(state, path, place) {
    const way = el("div", {});
    const more = el("div", { class: "more" });
    const show = (chosen) => {
      way.replaceChildren(
        ...wayView(
          this.#ladder,
          chosen,
          state,
          this.planning.then(() => this.#planner),
        ).filter(Boolean),
      );
      this.#map.showWay(chosen.stays);
    };
    show(path);
    place.replaceChildren(way, more);
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
