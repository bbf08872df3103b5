import { type CompiledPack } from '../compile';
/** The policies that come with the app, each version checked and resolved once. */
export declare const shippedPacks: readonly CompiledPack[];
//# sourceMappingURL=index.d.ts.map
