import { casesSchema, type CasesFile } from '../worked';
import humboldt from './humboldt-extended-education.cases.json' with { type: 'json' };
import xpro from './mit-xpro.cases.json' with { type: 'json' };
import dedp from './mitx-online-dedp.cases.json' with { type: 'json' };
import wou from './wou-extended-programs.cases.json' with { type: 'json' };

/** The worked cases of the policies that come with the app, by policy. */
export const shippedCases: Readonly<Record<string, CasesFile>> = {
  'humboldt-extended-education': casesSchema.parse(humboldt),
  'wou-extended-programs': casesSchema.parse(wou),
  'mitx-online-dedp': casesSchema.parse(dedp),
  'mit-xpro': casesSchema.parse(xpro),
};
