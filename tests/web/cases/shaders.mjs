// Every shader compiles and links in every engine, and the program tells when one does not.

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check, checkEqual, ready, settled, until } from '../drive/explorer.mjs';

const kShaders = fileURLToPath(new URL('../../../shaders/', import.meta.url));

/** Runs in the page before its own scripts: notes what each program was made of, and asks the browser itself how it went. */
function notePrograms() {
  const notes = (window.notedPrograms = []);
  const { attachShader, linkProgram } = WebGL2RenderingContext.prototype;
  const parts = new Map();
  WebGL2RenderingContext.prototype.attachShader = function attach(program, shader) {
    parts.set(program, [...(parts.get(program) ?? []), shader]);
    return attachShader.call(this, program, shader);
  };
  WebGL2RenderingContext.prototype.linkProgram = function link(program) {
    linkProgram.call(this, program);
    const shaders = parts.get(program) ?? [];
    notes.push({
      linked: this.getProgramParameter(program, this.LINK_STATUS),
      compiled: shaders.map((shader) => this.getShaderParameter(shader, this.COMPILE_STATUS)),
      sources: shaders.map((shader) => this.getShaderSource(shader)),
      log: [this.getProgramInfoLog(program), ...shaders.map((shader) => this.getShaderInfoLog(shader))].join(' ').trim(),
    });
  };
}

/** Runs in the page before its own scripts: one fragment shader, that of the fibres, does not compile. */
function breakOneShader() {
  const { shaderSource } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.shaderSource = function source(shader, text) {
    return shaderSource.call(this, shader, text.includes('uniform vec3 u_thin') ? text.replace('void main()', 'void main(') : text);
  };
}

const counts = (page) => page.evaluate(() => {
  const { gl_programs, gl_programs_failed } = window.explorer.stats();
  return { made: gl_programs, failed: gl_programs_failed };
});

export const tests = [
  {
    name: 'shaders: every program compiles and links',
    async run({ open }) {
      const page = await open('/', { init: notePrograms });
      await ready(page);
      await settled(page);
      const programs = await page.evaluate(() => window.notedPrograms);
      for (const { linked, compiled, log } of programs) check(linked && compiled.every(Boolean), `a program is broken: ${log}`);
      checkEqual(await counts(page), { made: programs.length, failed: 0 }, 'the programs that the page counts');
      // No file of shaders/ is left out, so none is untried.
      const sources = programs.flatMap((program) => program.sources);
      for (const file of readdirSync(kShaders)) {
        const text = readFileSync(kShaders + file, 'utf8').trim();
        check(sources.some((source) => source.includes(text)), `no program is made of shaders/${file}`);
      }
    },
  },
  {
    name: 'shaders: one that does not compile is counted, told, and leaves the rest of the picture',
    async run({ open }) {
      const page = await open('/', { init: breakOneShader, allowErrors: /^/ });
      await ready(page);
      await settled(page);
      const { made, failed } = await counts(page);
      checkEqual(failed, 1, 'broken programs');
      check(made > 1, `only ${made} program was made`);
      const errors = await page.consoleErrors();
      check(errors.some((error) => /shader/.test(error)), `the console says nothing of it: ${errors.join(' | ')}`);
    },
  },
  {
    name: 'shaders: they are made anew after a lost context',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      const before = await counts(page);
      await page.evaluate(() => {
        const extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        window.explorer.on('contextlost', () => setTimeout(() => extension.restoreContext(), 200));
        window.explorer.on('contextrestored', () => { window.restored = true; });
        extension.loseContext();
      });
      await until(page, 'the context is restored', () => window.restored === true);
      await settled(page);
      checkEqual(await counts(page), before, 'the programs after the context was restored');
    },
  },
];
