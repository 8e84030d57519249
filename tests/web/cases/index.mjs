import { tests as access } from './access.mjs';
import { tests as address } from './address.mjs';
import { tests as api } from './api.mjs';
import { tests as baselines } from './baselines.mjs';
import { tests as depths } from './depths.mjs';
import { tests as embed } from './embed.mjs';
import { tests as guest } from './guest.mjs';
import { tests as keys } from './keys.mjs';
import { tests as language } from './language.mjs';
import { tests as layout } from './layout.mjs';
import { tests as load } from './load.mjs';
import { tests as modes } from './modes.mjs';
import { tests as motion } from './motion.mjs';
import { tests as picture } from './picture.mjs';
import { tests as shaders } from './shaders.mjs';
import { tests as sources } from './sources.mjs';

/** Every test: { name, engines (all where not said), run({ engine, site, open, cleanUp }) }. */
export const tests = [...load, ...picture, ...shaders, ...depths, ...baselines, ...modes, ...motion, ...guest, ...keys, ...language, ...layout, ...address, ...api, ...embed, ...access, ...sources];
