// Where lines that end alike join, a drawing has each stretch once: here the rest of a move's line
// is found, along the lines that it joins, so that a way can be shown whole.

import { svg } from "./elements.js";

const NEAR = 1; // points that drawn figures may be off

function pointsOf(line) {
  const numbers = line.querySelector("path").getAttribute("d").matchAll(/(-?[\d.]+),(-?[\d.]+)/g);
  return [...numbers].map(([, x, y]) => [Number(x), Number(y)]);
}

// Whether a point lies on a stretch, which runs along an axis.
function isOn([x, y], [one, two]) {
  const within = (value, a, b) => value >= Math.min(a, b) - NEAR && value <= Math.max(a, b) + NEAR;
  return within(x, one[0], two[0]) && within(y, one[1], two[1]);
}

// From where a line ends at another, to where that one ends; the line with the arrow's head last.
function rest(line, others) {
  if (line.querySelector("polygon")) return { points: [], last: line };
  const end = pointsOf(line).at(-1);
  for (const other of others) {
    const points = pointsOf(other);
    const place = points.findIndex((_, k) => k && isOn(end, [points[k - 1], points[k]]));
    if (place < 0) continue;
    const onward = rest(
      other,
      others.filter((one) => one !== other),
    );
    return { points: [end, ...points.slice(place), ...onward.points], last: onward.last };
  }
  return { points: [], last: line };
}

// What is to be drawn besides the line itself, or null; others are the lines through the same gate.
export function restOf(line, others) {
  const { points, last } = rest(
    line,
    others.filter((one) => one !== line),
  );
  if (!points.length) return null;
  const along = points.map((point) => point.join(",")).join(" L");
  const made = svg("g", { class: "edge rest", "aria-hidden": "true" }, [
    "path",
    { d: `M${along}`, fill: "none", "stroke-linejoin": "round" },
  ]);
  const head = last.querySelector("polygon");
  if (head) made.append(head.cloneNode());
  made.dataset.mark = "way";
  return made;
}
