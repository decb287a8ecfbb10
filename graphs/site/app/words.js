// The words of the page, in the language that the reader's browser prefers.

let spoken = {};

// Returns which one that is.
export function speak(words, preferred) {
  const short = preferred.map((language) => language.slice(0, 2).toLowerCase());
  const language = short.find((one) => one in words) ?? "en";
  spoken = { ...words.en, ...words[language] };
  document.documentElement.lang = language;
  return language;
}

// say("months", {n: 3}) is "3 months": for n, words may end in .one and .other.
export function say(key, values = {}) {
  const text =
    ("n" in values && spoken[`${key}.${values.n === 1 ? "one" : "other"}`]) || spoken[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => inDigits(values[name]) ?? whole);
}

function inDigits(value) {
  return typeof value === "number" ? number(value) : value;
}

// A number as the language writes it; of a fraction, two digits.
export function number(value) {
  const digits = Number.isInteger(value) ? 0 : 2;
  return value.toLocaleString(document.documentElement.lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

export function listed(names) {
  return new Intl.ListFormat(document.documentElement.lang).format(names);
}
