// The words of the page, in the language that the reader's browser prefers.

let spoken = {};

export function speak(words, preferred) {
  const short = preferred.map((language) => language.slice(0, 2).toLowerCase());
  const language = short.find((one) => one in words) ?? "en";
  spoken = { ...words.en, ...words[language] };
  document.documentElement.lang = language;
}

// say("months", {n: 3}) is "3 months": for n, words may end in .one and .other.
export function say(key, values = {}) {
  const text =
    ("n" in values && spoken[`${key}.${values.n === 1 ? "one" : "other"}`]) || spoken[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function number(value) {
  return new Intl.NumberFormat(document.documentElement.lang).format(value);
}

export function listed(names) {
  return new Intl.ListFormat(document.documentElement.lang).format(names);
}
