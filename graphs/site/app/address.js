// The question as it stands in the address, behind #, which no server is ever told.
//
// #from=ID&to=ID&months=N&skill=ID=LEVEL&done=ID&via=ID&avoid=ID&without=ID&budget=N&within=N&by=cost
// asks for a way, #from=ID for all that can be reached, #role=ID shows a role, #compare=ID&compare=ID
// compares, and #roles lists all.

const LISTS = ["via", "avoid", "without", "done", "compare"];
const NUMBERS = ["months", "budget", "within"];
const ONES = ["from", "to", "role", "by"];

export function empty() {
  return { skills: {}, via: [], avoid: [], without: [], done: [], compare: [] };
}

// What stands there, and what of it makes no sense to this ladder.
export function read(hash, ladder) {
  const state = empty();
  const wrong = [];
  const known = { via: ladder.roleOf, avoid: ladder.roleOf, compare: ladder.roleOf };
  known.from = known.to = known.role = ladder.roleOf;
  known.without = known.done = ladder.activityOf;
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (key === "roles") state.roles = true;
    else if (key === "skill") {
      const [, id, level] = /^(.*)=(\d{1,3})$/.exec(value) ?? [];
      if (ladder.skillOf[id] && Number(level) <= ladder.levels.length)
        state.skills[id] = Number(level);
      else wrong.push(value);
    } else if (NUMBERS.includes(key)) {
      const fits = key === "budget" ? /^\d{1,9}(\.\d{1,2})?$/ : /^\d{1,9}$/;
      const most = key === "budget" ? Infinity : ladder.mostMonths;
      if (fits.test(value) && Number(value) <= most) state[key] = Number(value);
      else wrong.push(`${key}=${value}`);
    } else if (key === "by") {
      if (["months", "moves", "cost"].includes(value)) state.by = value;
      else wrong.push(`${key}=${value}`);
    } else if (!(key in known)) wrong.push(key);
    else if (!known[key][value]) wrong.push(value);
    else if (LISTS.includes(key)) state[key].push(value);
    else state[key] = value;
  }
  return { state, wrong };
}

export function written(state) {
  const pairs = [];
  for (const key of ONES) if (state[key]) pairs.push([key, state[key]]);
  for (const key of NUMBERS) if (state[key] !== undefined) pairs.push([key, state[key]]);
  for (const [id, level] of Object.entries(state.skills)) pairs.push(["skill", `${id}=${level}`]);
  for (const key of LISTS) for (const id of state[key]) pairs.push([key, id]);
  return `#${pairs.map(([key, value]) => `${key}=${encodeURI(value)}`).join("&")}`;
}

// The question as the planner takes it.
export function question(state, ask) {
  const person = {};
  if (state.months !== undefined) person.months_in_role = state.months;
  if (Object.keys(state.skills).length) person.skills = state.skills;
  if (state.done.length) person.done = state.done;
  const wishes = {};
  for (const key of ["via", "avoid", "without"]) if (state[key].length) wishes[key] = state[key];
  if (state.by && state.by !== "months") wishes.by = state.by;
  if (state.budget !== undefined) wishes.max_cost = state.budget;
  if (state.within !== undefined) wishes.within = state.within;
  return { ask, from: state.from, to: state.to, person, wishes };
}

// Whether somebody established asks, without a wish: such answers are there beforehand.
export function isPlain(asked) {
  return !Object.keys(asked.person).length && !Object.keys(asked.wishes).length;
}
