// The planner in its worker. It stands behind Pyodide's two scripts in one blob, so that nothing is
// fetched; the parts come with the first message, packed by gzip.

const ABSOLUTE = "https://page.invalid/";

function unpacked(part, type) {
  const stream = part.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "content-type": type } });
}

async function begin({ parts, module, ladder, language }) {
  const compiled = module
    ? Promise.resolve(module)
    : WebAssembly.compileStreaming(unpacked(parts.wasm, "application/wasm"));
  // loadPyodide never settles where the module cannot be made, so that it is waited for by itself.
  const made = await compiled;
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: made,
    instance: await WebAssembly.instantiate(made, imports),
  });
  self.fetch = async (address) => {
    const name = String(address.url ?? address);
    if (name.endsWith(".wasm")) return null;
    if (name.endsWith("python_stdlib.zip")) return unpacked(parts.library, "application/zip");
    throw new Error(`nothing is fetched: ${name}`);
  };
  const python = await loadPyodide({
    indexURL: ABSOLUTE,
    packageBaseUrl: ABSOLUTE,
    lockFileContents: {
      info: {
        abi_version: "2025_0",
        arch: "wasm32",
        platform: "emscripten_4_0_9",
        python: "3.13.2",
        version: "0.28.3",
      },
      packages: {},
    },
  });
  const sources = new Uint8Array(await unpacked(parts.planner, "application/zip").arrayBuffer());
  python.unpackArchive(sources, "zip", { extractDir: "/planner" });
  python.runPython("import sys; sys.path.insert(0, '/planner')");
  const { Planner } = python.pyimport("graphs.site.planner");
  const planner = Planner(ladder);
  const words = () => python.pyimport("cli.in_page"); // read only once it is wanted
  const answers = {
    question: (text) => planner.answer(text),
    plan: (text) => words().plan_as_markdown(planner.ladder, text, language),
    sentence: (text) =>
      words().question_of(planner.ladder, text, new Date().toISOString().slice(0, 7), language),
  };
  self.onmessage = ({ data: { id, kind, text } }) => {
    self.postMessage({ id, answer: answers[kind](text) });
  };
  self.postMessage({ ready: true, module: made });
}

self.onmessage = ({ data }) => {
  begin(data).catch((error) => self.postMessage({ failed: String(error) }));
};
