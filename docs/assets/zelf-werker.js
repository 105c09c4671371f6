// Beside /vergelijken/zelf/: Python with the program, which compares two documents at a time. Once all is loaded it can
// reach the net no more, and nothing is stored.
import createPyodideModule from "../zelf/python/pyodide.asm.js";
import { loadPyodide } from "../zelf/python/pyodide.js";

const PYTHON = new URL("../zelf/python/", import.meta.url).href;
const PROGRAM = new URL("../zelf/programma.zip", import.meta.url).href;
const DOORS = ["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "Worker", "indexedDB", "caches"];

const ask = self.fetch.bind(self);
let loaded = 0;

const counting = () => new TransformStream({
  transform(bytes, stream) {
    loaded += bytes.length;
    postMessage({ loaded });
    stream.enqueue(bytes);
  },
});

// What Pyodide loads is counted; its engine comes packed, as hosts do not pack it themselves.
self.fetch = async (address, options) => {
  const url = String(address.url ?? address);
  const packed = url.endsWith(".wasm");
  const answer = await ask(packed ? `${url}.z` : url, options);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const counted = answer.body.pipeThrough(counting());
  const body = packed ? counted.pipeThrough(new DecompressionStream("gzip")) : counted;
  return new Response(body, { headers: { "content-type": packed ? "application/wasm" : "application/octet-stream" } });
};

async function begin() {
  const archive = fetch(PROGRAM).then((answer) => answer.arrayBuffer());
  const python = await loadPyodide({ indexURL: PYTHON, createPyodideModule });
  python.unpackArchive(await archive, "zip", { extractDir: "/kamerbrieven" });
  postMessage({ ready: true });
  python.runPython("import sys; sys.path.insert(0, '/kamerbrieven')");
  const program = python.pyimport("build_tools.workbench.comparing");
  for (const door of DOORS) Object.defineProperty(self, door, { value: undefined });
  return { python, program };
}

const begun = begin();
let current;

async function compare({ a, b }) {
  const { python, program } = await begun;
  const [one, other] = [a, b].map(({ name, content, published }) =>
    program.brought(name, python.toPy(content), published));
  current?.destroy();
  current = undefined;
  const made = program.compared(one, other);
  if (typeof made === "string") return { refused: made };
  current = made;
  return { html: made.html };
}

function file({ form }) {
  const bytes = current.file(form);
  const content = bytes.toJs();
  bytes.destroy();
  return { content, name: `${current.name}.${form}` };
}

addEventListener("message", async ({ data }) => {
  try {
    postMessage({ answer: data.n, ...(data.form ? file(data) : await compare(data)) });
  } catch (error) {
    console.warn(error);
    postMessage({ answer: data.n, failed: true });
  }
});
