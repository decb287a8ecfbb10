// A role's page, and the list of all roles.

import { el, outward } from "./elements.js";
import { gate, skillList } from "./gates.js";
import { between, kindName, sources } from "./ladder.js";
import { listed, say } from "./words.js";

export function roleLink(ladder, id) {
  return el("a", { href: `#role=${id}` }, ladder.roleOf[id]?.name ?? id);
}

// wanted is the address of the question how to become this.
export function rolePage(ladder, role, wanted) {
  const track = ladder.trackOf[role.track];
  const into = ladder.transitions.filter((one) => one.to === role.id);
  const onward = ladder.transitions.filter((one) => sources(ladder, one).includes(role.id));
  const expects = Object.keys(role.expects).length ? role.expects : role.profile;
  const title = role.expects === expects ? say("expects") : say("profile");
  return el(
    "article",
    { class: "role" },
    el("h2", { tabindex: "-1" }, role.name),
    el("p", { class: "soft" }, [track?.family, track?.name].filter(Boolean).join(" · ")),
    role.aliases.length
      ? el("p", { class: "soft" }, say("also", { names: listed(role.aliases) }))
      : null,
    role.about ? el("p", {}, role.about) : null,
    el(
      "p",
      { class: "actions" },
      el("a", { class: "button", href: wanted }, say("wantThis")),
      el("a", { class: "button", href: `#from=${role.id}` }, say("whereFromHere")),
      el("a", { class: "button", href: `#compare=${role.id}` }, say("compareThis")),
      outward(role.url, say("itsPage")),
    ),
    section(
      title,
      Object.keys(expects).length ? skillList(ladder, expects) : el("p", {}, say("expectsNothing")),
    ),
    Object.keys(role.gives).length
      ? el("details", {}, el("summary", {}, say("gives")), skillList(ladder, role.gives))
      : null,
    section(
      say("whoGetsIn"),
      moves(ladder, into, (one) => origins(ladder, one)),
    ),
    section(
      say("leadsTo"),
      moves(ladder, onward, (one) => roleLink(ladder, one.to)),
    ),
    role.source ? el("p", { class: "soft" }, say("source", { source: role.source })) : null,
  );
}

function section(title, ...children) {
  return el("section", {}, el("h3", {}, title), ...children);
}

function origins(ladder, transition) {
  if (!transition.from.length) return el("span", {}, say("openToAll"));
  const links = transition.from.flatMap((id, place) => [place ? ", " : "", roleLink(ladder, id)]);
  return el("span", {}, ...links);
}

function moves(ladder, transitions, name) {
  if (!transitions.length) return el("p", {}, say("noMoves"));
  const items = transitions.map((one) =>
    el(
      "li",
      {},
      name(one),
      ` – ${kindName(one.kind)}, `,
      one.months
        ? say("afterServed", { n: one.months, range: between(one.range) })
        : say("atOnce"),
      gate(ladder, one.requires),
    ),
  );
  return el("ul", { class: "moves" }, items);
}

// find is a field that leads to one of them.
export function roleList(ladder, find) {
  const tracks = [...ladder.tracks, null].map((track) => {
    const roles = ladder.roles.filter((one) => (one.track ?? null) === (track?.id ?? null));
    if (!roles.length) return null;
    const items = roles.map((one) =>
      el("li", {}, roleLink(ladder, one.id), one.about ? el("span", { class: "meaning" }, one.about) : null),
    );
    const name = track ? [track.family, track.name].filter(Boolean).join(" · ") : say("noTrack");
    const few = ladder.roles.length <= 60;
    return el(
      "details",
      { open: few },
      el("summary", {}, `${name} (${roles.length})`),
      el("ul", {}, items),
    );
  });
  return el(
    "article",
    { class: "all-roles" },
    el("h2", { tabindex: "-1" }, say("allRoles")),
    find,
    tracks,
  );
}
