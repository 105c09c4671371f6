// node compile.mjs, in a folder with the parts of the bench: Pyodide compiles what it imports for a comparison.
import { readFileSync, writeFileSync } from "node:fs";
import createPyodideModule from "./pyodide.asm.js";
import { loadPyodide } from "./pyodide.js";

const ARCHIVES = ["python_stdlib.zip", "programma.zip"];
const read = (name) => new Uint8Array(readFileSync(name));

const python = await loadPyodide({ indexURL: `${process.cwd()}/`, createPyodideModule });
python.unpackArchive(read("programma.zip"), "zip", { extractDir: "/kamerbrieven" });
python.runPython("import sys; sys.path.insert(0, '/kamerbrieven')");
python.pyimport("build_tools.workbench.comparing");
const { compiled } = python.pyimport("build_tools.workbench.bytecode");
for (const name of ARCHIVES) writeFileSync(name, compiled(python.toPy(read(name))).toJs());
