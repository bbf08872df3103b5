import type { z } from 'zod';
import type { CallName } from '../shared/contract';
import { registerCalls } from '../shared/contract/register';

/** What a call is about: the word before its first point. */
type Noun = CallName extends infer Name ? (Name extends `${infer First}.${string}` ? First : never) : never;
type Part = Readonly<Record<string, { readonly input: z.ZodType }>>;

// Each part of the contract comes with the first call about its nouns; what the start needs is here already.
const inRegister = (): Part => registerCalls;
const inRoster = async (): Promise<Part> => (await import('../shared/contract/roster')).rosterCalls;
const inGroups = async (): Promise<Part> => (await import('../shared/contract/groups')).groupCalls;
const inCases = async (): Promise<Part> => (await import('../shared/contract/cases')).caseCalls;
const inPeople = async (): Promise<Part> => (await import('../shared/contract/people')).peopleCalls;
const inPetitions = async (): Promise<Part> => (await import('../shared/contract/petitions')).petitionCalls;
const inPrivacy = async (): Promise<Part> => (await import('../shared/contract/privacy')).privacyCalls;
const inLetters = async (): Promise<Part> => (await import('../shared/contract/letters')).letterCalls;
const inTransmittals = async (): Promise<Part> => (await import('../shared/contract/transmittals')).transmittalCalls;

const parts: Readonly<Record<Noun, () => Part | Promise<Part>>> = {
  app: inRegister,
  calendar: inRegister,
  register: inRegister,
  office: inRegister,
  term: inRegister,
  student: inRoster,
  course: inRoster,
  enrolment: inRoster,
  group: inGroups,
  invoice: inGroups,
  case: inCases,
  batch: inCases,
  action: inCases,
  draft: inCases,
  search: inCases,
  person: inPeople,
  rules: inPeople,
  petition: inPetitions,
  notice: inPetitions,
  attachment: inPetitions,
  disclosure: inPrivacy,
  privacy: inPrivacy,
  retention: inPrivacy,
  letter: inLetters,
  paper: inLetters,
  refund: inTransmittals,
  transmittal: inTransmittals,
  exchange: inTransmittals,
  approval: async () => (await import('../shared/contract/approvals')).approvalCalls,
  deadline: async () => (await import('../shared/contract/deadlines')).deadlineCalls,
  determination: async () => (await import('../shared/contract/arithmetic')).arithmeticCalls,
  payment: async () => (await import('../shared/contract/payments')).paymentCalls,
  history: async () => (await import('../shared/contract/history')).historyCalls,
  policy: async () => (await import('../shared/contract/policies')).policyCalls,
  printer: async () => (await import('../shared/contract/printing')).printingCalls,
  report: async () => (await import('../shared/contract/reports')).reportCalls,
  template: async () => (await import('../shared/contract/templates')).templateCalls,
  today: async () => (await import('../shared/contract/today')).todayCalls,
};

/** What a call takes. */
export async function inputOf(name: CallName): Promise<z.ZodType> {
  const part = await parts[name.slice(0, name.indexOf('.')) as Noun]();
  const call = part[name];
  if (call === undefined) throw new Error(`${name} is in no part of the contract that its noun names`);
  return call.input;
}
