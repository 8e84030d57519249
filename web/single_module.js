// Stands for explorer.mjs in the page of one file: the program comes out of the page itself, so that nothing is requested.
import createModule from 'explorer-glue';

/** The program that #packed-wasm holds as gzip in base64. */
async function unpackedProgram() {
  const packed = Uint8Array.from(atob(document.getElementById('packed-wasm').textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** The program's factory, as explorer.mjs has it. */
export default async function createInlineModule(options) {
  const program = await WebAssembly.compile(await unpackedProgram());
  return createModule({
    ...options,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(program, imports).then((instance) => done(instance, program), options.onAbort);
      return {};
    },
  });
}
