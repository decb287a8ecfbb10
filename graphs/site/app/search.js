// Finding what somebody may mean: by names and aliases, beginnings, initials, and near spellings.

export function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// How many letters differ, as far as that matters.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[other.length];
}

function isNear(asked, word) {
  const most = asked.length < 4 ? 0 : asked.length < 7 ? 1 : 2;
  return most > 0 && distance(asked, word.slice(0, asked.length + most), most) <= most;
}

// How badly a name fits: 0 is best, and null not at all.
function misfit(asked, name) {
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  const held = name.split(" ");
  const words = asked.split(" ");
  if (words.every((word) => held.some((one) => one.startsWith(word)))) return 2;
  if (
    held
      .map((word) => word[0])
      .join("")
      .startsWith(asked)
  )
    return 3;
  if (asked.length > 2 && name.includes(asked)) return 4;
  if (words.every((word) => held.some((one) => one.startsWith(word) || isNear(word, one))))
    return 5;
  return null;
}

// Entries are {id, name, names}; the best come first.
export function search(entries, text, most = 8) {
  const asked = fold(text).slice(0, 60);
  if (!asked) return [];
  const found = [];
  for (const entry of entries) {
    const fits = entry.folded.map((name) => misfit(asked, name)).filter((fit) => fit !== null);
    if (fits.length) found.push([Math.min(...fits), entry]);
  }
  return found
    .sort(([one, a], [other, b]) => one - other || a.name.length - b.name.length)
    .slice(0, most)
    .map(([, entry]) => entry);
}

export function entry(thing) {
  const names = [thing.name, ...(thing.aliases ?? []), thing.id];
  return { id: thing.id, name: thing.name, aliases: thing.aliases ?? [], folded: names.map(fold) };
}
