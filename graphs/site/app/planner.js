// The planner as the page sees it: begun at once, it answers in the order asked, and can be ended.

import { part, unpacked } from "./parts.js";

const policy = self.trustedTypes?.createPolicy("planner", { createScriptURL: (url) => url });
const RESTART = 1500; // milliseconds

export class Planner {
  #worker = null;
  #parts;
  #script;
  #ladder;
  #module = null;
  #waiting = new Map();
  #asked = 0;

  // None where the page was made without one.
  static async find() {
    const pyodide = part("pyodide");
    if (!pyodide) return null;
    const parts = { wasm: part("wasm"), library: part("library"), planner: part("planner") };
    const scripts = [await unpacked(pyodide).blob(), "\n", await unpacked(part("worker")).blob()];
    return new Planner(parts, new Blob(scripts), await unpacked(part("ladder")).text());
  }

  constructor(parts, script, ladder) {
    this.#parts = parts;
    this.#script = script;
    this.#ladder = ladder;
    this.ready = this.#begin();
  }

  #begin() {
    const url = URL.createObjectURL(this.#script);
    this.#worker = new Worker(policy ? policy.createScriptURL(url) : url);
    return new Promise((resolve, reject) => {
      this.#worker.onerror = (event) => reject(new Error(event.message));
      this.#worker.onmessage = ({ data }) => {
        if (data.failed) reject(new Error(data.failed));
        else if (data.ready) {
          this.#module = data.module;
          URL.revokeObjectURL(url);
          resolve();
        } else {
          this.#waiting.get(data.id)?.resolve(JSON.parse(data.answer));
          this.#waiting.delete(data.id);
        }
      };
      this.#worker.postMessage({
        parts: this.#parts,
        module: this.#module,
        ladder: this.#ladder,
        language: document.documentElement.lang,
      });
    });
  }

  async ask(question) {
    return this.#send("question", JSON.stringify(question));
  }

  // A plan as Markdown, as the terminal writes it.
  async markdown(path) {
    return this.#send("plan", JSON.stringify(path));
  }

  // What a sentence asks.
  async hear(sentence) {
    return this.#send("sentence", sentence);
  }

  async #send(kind, text) {
    await this.ready;
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, { resolve, since: performance.now() });
      this.#worker.postMessage({ id, kind, text });
    });
  }

  // Makes room for a question by ending what has taken longer than starting anew does.
  free() {
    const [oldest] = this.#waiting.values();
    if (oldest && performance.now() - oldest.since > RESTART) this.stop();
  }

  // Ends what takes too long; all that is waited for is answered with null.
  stop() {
    this.#worker.terminate();
    for (const { resolve } of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
    this.ready = this.#begin();
  }
}
