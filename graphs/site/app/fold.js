// Folding tracks of a map: a drawing's tree without what lies in some of its lanes, which shrink.
// Lines run along the axes, and so stay lines when one axis is squeezed where lanes are folded.

const ROOM = [110, 26]; // what is left of a lane: of a column, whose name stands across, and of a row

function parts(tree) {
  return tree.slice(2).filter(Array.isArray);
}

function titleOf(tree) {
  return String(parts(tree).find(([name]) => name === "title")?.[2] ?? "");
}

// All points of a shape and of what is in it, as [x, y].
function points([name, attributes, ...children]) {
  const own = [
    ...`${attributes.points ?? ""} ${attributes.d ?? ""}`.matchAll(/(-?[\d.]+),(-?[\d.]+)/g),
  ];
  const found = own.map(([, x, y]) => [Number(x), Number(y)]);
  if (name === "ellipse") found.push([Number(attributes.cx), Number(attributes.cy)]);
  if (name === "text") found.push([Number(attributes.x), Number(attributes.y)]);
  return [...found, ...children.filter(Array.isArray).flatMap(points)];
}

// The lanes of a map: the id of each track, and from where to where it reaches, along which axis.
export function lanesOf(tree) {
  const graph = parts(tree).find(([name]) => name === "g");
  const bands = parts(graph).filter((one) => one[1].class === "cluster");
  const lanes = bands.map((band) => ({
    id: titleOf(band).replace(/^cluster /, ""),
    corners: points(band),
  }));
  const range = ({ corners }, axis) => {
    const along = corners.map((corner) => corner[axis]);
    return [Math.min(...along), Math.max(...along)];
  };
  const starts = new Set(lanes.map((lane) => range(lane, 1)[0]));
  const axis = starts.size === lanes.length ? 1 : 0; // rows lie below one another
  return lanes.map((lane) => ({ id: lane.id, axis, range: range(lane, axis) }));
}

export function folded(tree, lanes) {
  if (!lanes.length) return tree;
  const { axis } = lanes[0];
  const room = ROOM[axis];
  const shrunk = lanes.filter(({ range: [start, end] }) => end - start > room);
  const moved = (value) => {
    let result = value;
    for (const {
      range: [start, end],
    } of shrunk) {
      const inside = Math.min(Math.max(value, start), end) - start;
      result -= inside * (1 - room / (end - start));
    }
    return result;
  };
  const laneOf = (all) =>
    lanes.find(({ range }) => all.every((one) => one[axis] >= range[0] && one[axis] <= range[1]));
  const gone = shrunk.reduce((sum, { range: [start, end] }) => sum + end - start - room, 0);
  const [name, attributes, ...children] = tree;
  const box = attributes.viewBox.split(" ").map(Number);
  box[2 + axis] -= gone;
  return [
    name,
    { ...attributes, viewBox: box.join(" ") },
    ...children.map((one) => (one[0] === "g" ? graphOf(one) : one)),
  ];

  function graphOf([, about, ...groups]) {
    return ["g", about, ...groups.map(groupOf).filter(Boolean)];
  }

  function groupOf(group) {
    if (!Array.isArray(group) || !["node", "edge"].includes(group[1].class)) return squeezed(group);
    const lane = laneOf(points(group));
    if (!lane || group[1].id === "heading") return squeezed(group);
    return group[1].id === `lane-${lane.id}` ? nameOf(group, lane) : null;
  }

  // The name of a folded lane, in one line in its middle.
  function nameOf([, about, ...inside], { range: [start, end] }) {
    const texts = inside.filter((one) => one[0] === "text");
    const [, look] = texts[0];
    const at = axis
      ? { y: String(moved((start + end) / 2) + 4) }
      : { x: String(moved((start + end) / 2)) };
    const words = texts.map((text) => text.slice(2).join("")).join(" ");
    return ["g", about, ["text", { ...look, ...at }, words]];
  }

  function squeezed(shape) {
    if (!Array.isArray(shape)) return shape;
    const [kind, about, ...inside] = shape;
    const made = { ...about };
    for (const key of ["points", "d"])
      if (made[key])
        made[key] = made[key].replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x, y) =>
          axis ? `${x},${moved(Number(y))}` : `${moved(Number(x))},${y}`,
        );
    for (const key of axis ? ["y", "cy"] : ["x", "cx"])
      if (made[key]) made[key] = String(moved(Number(made[key])));
    return [kind, made, ...inside.map(squeezed)];
  }
}
