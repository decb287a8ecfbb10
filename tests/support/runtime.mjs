// Finds what a module can import, and compiles that by the Python that runs in a page.
//
//   node runtime.mjs PYODIDE SOURCES TARGET ENTRIES LEFT_OUT
//
// SOURCES has the packages to be planned with; what Pyodide imports as it begins goes in, too. In
// TARGET come two stored zips of .pyc files: of Python's own library, and of the sources. ENTRIES
// and LEFT_OUT are lists of modules, with commas.

import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, sources, target, entries, leftOut] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: pyodide });
python.mountNodeFS("/sources", resolve(sources));
python.globals.set("entries", entries);
python.globals.set("left_out", leftOut);
const zips = python.runPython(`
import sys
begun = sorted(name for name, one in sys.modules.items() if getattr(one, "__file__", None))
import importlib._bootstrap_external as external, io, zipfile
from modulefinder import ModuleFinder
from pathlib import Path

library = next(path for path in sys.path if path.endswith(".zip"))
with zipfile.ZipFile(library) as whole:
    whole.extractall("/whole")
entry = Path("/whole/__entry__.py")
entry.write_text("".join(f"import {name}\\n" for name in [*begun, *entries.split(",")]))
finder = ModuleFinder(["/sources", "/whole"], excludes=left_out.split(","))
finder.run_script(str(entry))
reached = {module.__file__ for name, module in finder.modules.items() if name != "__main__"}

def packed(folder):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as made:
        for path in sorted(Path(folder).rglob("*")):
            name, data = path.relative_to(folder).as_posix(), None
            if str(path) in reached:
                code = compile(path.read_bytes(), name, "exec", dont_inherit=True, optimize=2)
                name, data = name + "c", external._code_to_hash_pyc(code, b"0" * 8, False)
            elif path.suffix == ".json":
                data = path.read_bytes()
            if data is not None:
                made.writestr(zipfile.ZipInfo(name), bytes(data))
    return content.getvalue()

[packed("/whole"), packed("/sources")]
`);
writeFileSync(join(target, "library.zip"), zips.get(0).toJs());
writeFileSync(join(target, "planner.zip"), zips.get(1).toJs());
