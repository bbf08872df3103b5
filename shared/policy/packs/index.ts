import { compile, type CompiledPack } from '../compile';
import { packSchema } from '../pack';
import humboldt from './humboldt-extended-education.json' with { type: 'json' };
import xpro from './mit-xpro.json' with { type: 'json' };
import dedp from './mitx-online-dedp.json' with { type: 'json' };
import wou from './wou-extended-programs.json' with { type: 'json' };

/** The policies that come with the app, each version checked and resolved once. */
export const shippedPacks: readonly CompiledPack[] = [humboldt, wou, dedp, xpro].map((pack) =>
  compile(packSchema.parse(pack)),
);
