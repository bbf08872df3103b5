import { compile, type CompiledPack } from '../compile';
import { packSchema } from '../pack';
import humboldt from './humboldt-extended-education.json' with { type: 'json' };

/** The policies that come with the app, each version checked and resolved once. */
export const shippedPacks: readonly CompiledPack[] = [humboldt].map((pack) => compile(packSchema.parse(pack)));
