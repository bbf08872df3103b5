/**
 * Every command of the app with its words and its keys. The native menu, the palette, the tooltips, the toolbar and the key card all
 * come from here, so that no key can do two things in one place and none is shown wrongly.
 */

/** Where a command's keys are heard. A scope lies inside its parent, whose keys are heard there too. */
export const scopes = {
  app: { parent: null, label: 'Everywhere' },
  form: { parent: 'app', label: 'In any form' },
  field: { parent: 'form', label: 'In a field' },
  date: { parent: 'field', label: 'In a date' },
  list: { parent: 'app', label: 'In a list' },
  case: { parent: 'app', label: 'On a case' },
  petition: { parent: 'app', label: 'On a petition or appeal' },
  decision: { parent: 'petition', label: 'In the decision' },
  worksheet: { parent: 'app', label: 'On the worksheet' },
  letters: { parent: 'list', label: 'In the letters queue' },
  letter: { parent: 'letters', label: 'On a letter' },
  words: { parent: 'app', label: 'On the words of a letter' },
  approvals: { parent: 'list', label: 'In the approval queue' },
  cancelClass: { parent: 'app', label: 'Cancelling a class' },
  handOff: { parent: 'list', label: 'Refunds for the Business Office' },
  deadlines: { parent: 'list', label: 'On a deadline' },
  whatIf: { parent: 'app', label: 'What-if' },
  marker: { parent: 'whatIf', label: 'On the date marker' },
} as const satisfies Record<string, { readonly parent: string | null; readonly label: string }>;
export type Scope = keyof typeof scopes;

/** The menus of the menu bar, in their order; `&` stands before the letter that opens one with Alt. */
export const menus = [
  { id: 'file', label: '&File' },
  { id: 'edit', label: '&Edit' },
  { id: 'view', label: '&View' },
  { id: 'record', label: '&Record' },
  { id: 'letters', label: '&Letters' },
  { id: 'tools', label: '&Tools' },
  { id: 'help', label: '&Help' },
] as const;
export type MenuId = (typeof menus)[number]['id'];

/**
 * One command: `label` with `&` before its menu letter, `keys` as Electron writes accelerators, the first being the one shown.
 * `group` parts a menu's commands by lines. A command without a menu is a habit of the hands, listed on the key card alone.
 */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly menu: MenuId | null;
  readonly group: number;
  readonly keys: readonly string[];
  readonly scope: Scope;
};

const registry = [
  { id: 'form.new', label: '&New drop form', menu: 'file', group: 1, keys: ['Ctrl+N'], scope: 'app' },
  { id: 'batch.new', label: 'New &batch', menu: 'file', group: 1, keys: ['Ctrl+Shift+N'], scope: 'app' },
  { id: 'student.new', label: 'New &student', menu: 'file', group: 1, keys: [], scope: 'app' },
  { id: 'course.new', label: 'New &course', menu: 'file', group: 1, keys: [], scope: 'app' },
  { id: 'print', label: '&Print', menu: 'file', group: 2, keys: ['Ctrl+P'], scope: 'app' },
  { id: 'print.savePdf', label: 'Save as P&DF', menu: 'file', group: 2, keys: ['Ctrl+Shift+S'], scope: 'app' },
  { id: 'sheet.csv', label: 'Save as CS&V', menu: 'file', group: 2, keys: ['Ctrl+E'], scope: 'app' },
  { id: 'sheet.xlsx', label: 'Save as E&xcel', menu: 'file', group: 2, keys: [], scope: 'app' },
  { id: 'sheet.calendar', label: 'Save as c&alendar', menu: 'file', group: 2, keys: ['Ctrl+Shift+E'], scope: 'app' },
  { id: 'register.saveCopy', label: 'Save a cop&y of the register', menu: 'file', group: 3, keys: [], scope: 'app' },
  { id: 'sample.open', label: '&Open the sample office', menu: 'file', group: 3, keys: [], scope: 'app' },
  { id: 'sample.close', label: '&Leave the sample office', menu: 'file', group: 3, keys: [], scope: 'app' },
  { id: 'desk.lock', label: 'Loc&k', menu: 'file', group: 4, keys: ['Ctrl+L'], scope: 'app' },
  { id: 'desk.switch', label: 'S&witch user', menu: 'file', group: 4, keys: [], scope: 'app' },
  { id: 'app.quit', label: '&Quit', menu: 'file', group: 5, keys: ['Ctrl+Q'], scope: 'app' },

  { id: 'action.undo', label: '&Undo', menu: 'edit', group: 1, keys: ['Ctrl+Z'], scope: 'app' },
  { id: 'action.redo', label: '&Redo', menu: 'edit', group: 1, keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], scope: 'app' },
  { id: 'whatIf.copy', label: 'Cop&y the answer', menu: 'edit', group: 2, keys: ['Ctrl+Shift+C'], scope: 'whatIf' },
  {
    id: 'whatIf.copySpanish',
    label: 'Copy the answer in &Spanish',
    menu: 'edit',
    group: 2,
    keys: ['Ctrl+Shift+Y'],
    scope: 'whatIf',
  },
  { id: 'find', label: '&Find in the register', menu: 'edit', group: 3, keys: ['Ctrl+F'], scope: 'app' },
  { id: 'find.next', label: 'Find ne&xt', menu: 'edit', group: 3, keys: ['F3'], scope: 'app' },
  { id: 'palette', label: '&Go to anything', menu: 'edit', group: 3, keys: ['Ctrl+K'], scope: 'app' },

  { id: 'go.today', label: 'Toda&y', menu: 'view', group: 1, keys: ['Ctrl+1'], scope: 'app' },
  { id: 'go.register', label: '&Drops', menu: 'view', group: 1, keys: ['Ctrl+2'], scope: 'app' },
  { id: 'go.petitions', label: 'Pe&titions', menu: 'view', group: 1, keys: ['Ctrl+3'], scope: 'app' },
  { id: 'go.appeals', label: '&Appeals', menu: 'view', group: 1, keys: ['Ctrl+4'], scope: 'app' },
  { id: 'go.approvals', label: 'Approval &queue', menu: 'view', group: 1, keys: ['Ctrl+Shift+A'], scope: 'app' },
  { id: 'go.letters', label: '&Letters', menu: 'view', group: 1, keys: ['Ctrl+5'], scope: 'app' },
  { id: 'go.reports', label: '&Reports', menu: 'view', group: 1, keys: ['Ctrl+6'], scope: 'app' },
  { id: 'go.handOff', label: '&Business Office', menu: 'view', group: 1, keys: ['Ctrl+B'], scope: 'app' },
  { id: 'go.students', label: '&Students', menu: 'view', group: 1, keys: ['Ctrl+7'], scope: 'app' },
  { id: 'go.courses', label: '&Courses', menu: 'view', group: 1, keys: ['Ctrl+8'], scope: 'app' },
  { id: 'go.calendar', label: 'Office cale&ndar', menu: 'view', group: 1, keys: ['Ctrl+9'], scope: 'app' },
  { id: 'go.deadlines', label: 'D&eadlines', menu: 'view', group: 1, keys: ['Ctrl+J'], scope: 'app' },
  { id: 'go.history', label: '&History', menu: 'view', group: 1, keys: ['Ctrl+H'], scope: 'app' },
  { id: 'list.refresh', label: 'Re&fresh', menu: 'view', group: 2, keys: ['F5'], scope: 'app' },
  { id: 'pane.next', label: 'Next &pane', menu: 'view', group: 2, keys: ['F6'], scope: 'app' },
  { id: 'pane.previous', label: 'Pre&vious pane', menu: 'view', group: 2, keys: ['Shift+F6'], scope: 'app' },
  { id: 'letter.window', label: 'Envelope &window', menu: 'view', group: 3, keys: ['Ctrl+Shift+W'], scope: 'app' },

  { id: 'record.saveNew', label: 'Save && &new', menu: 'record', group: 1, keys: ['Ctrl+Enter'], scope: 'form' },
  { id: 'record.save', label: '&Save', menu: 'record', group: 1, keys: ['Ctrl+S', 'Shift+Enter'], scope: 'form' },
  { id: 'record.hold', label: '&Hold / incomplete', menu: 'record', group: 1, keys: ['Ctrl+Shift+H'], scope: 'form' },
  { id: 'record.duplicate', label: '&Duplicate', menu: 'record', group: 2, keys: ['Ctrl+Shift+D'], scope: 'app' },
  {
    id: 'field.copyPrevious',
    label: '&Copy field from the previous record',
    menu: 'record',
    group: 2,
    keys: ["Ctrl+'"],
    scope: 'field',
  },
  { id: 'field.pin', label: '&Pin this field', menu: 'record', group: 2, keys: ['Ctrl+Shift+P'], scope: 'field' },
  { id: 'record.next', label: 'Ne&xt record', menu: 'record', group: 3, keys: ['Ctrl+PageDown'], scope: 'app' },
  { id: 'record.previous', label: 'Pre&vious record', menu: 'record', group: 3, keys: ['Ctrl+PageUp'], scope: 'app' },
  { id: 'case.correct', label: 'Co&rrect this form', menu: 'record', group: 4, keys: ['F2'], scope: 'case' },
  {
    id: 'case.redetermine',
    label: 'De&termine again',
    menu: 'record',
    group: 4,
    keys: ['Ctrl+Shift+R'],
    scope: 'case',
  },
  { id: 'petition.new', label: 'Ne&w petition', menu: 'record', group: 4, keys: [], scope: 'case' },
  { id: 'appeal.new', label: 'N&ew appeal', menu: 'record', group: 4, keys: [], scope: 'case' },
  { id: 'case.withdraw', label: 'Student takes it &back', menu: 'record', group: 4, keys: [], scope: 'case' },
  { id: 'case.swap', label: 'St&udent changes section', menu: 'record', group: 4, keys: [], scope: 'case' },
  {
    id: 'petition.correct',
    label: 'Correct what the paper sa&ys',
    menu: 'record',
    group: 4,
    keys: ['F2'],
    scope: 'petition',
  },
  {
    id: 'petition.decide',
    label: 'Rec&ord the decision',
    menu: 'record',
    group: 4,
    keys: ['Ctrl+Enter'],
    scope: 'petition',
  },
  {
    id: 'approval.give',
    label: 'Approve this deter&mination',
    menu: 'record',
    group: 4,
    keys: ['A'],
    scope: 'approvals',
  },
  {
    id: 'approval.return',
    label: 'Return it &for correction',
    menu: 'record',
    group: 4,
    keys: ['R'],
    scope: 'approvals',
  },
  {
    id: 'approval.defer',
    label: 'Hold it in the &queue with a note',
    menu: 'record',
    group: 4,
    keys: ['H'],
    scope: 'approvals',
  },
  { id: 'deadline.set', label: 'Set &a date by hand', menu: 'record', group: 5, keys: ['F2'], scope: 'deadlines' },
  {
    id: 'whatIf.makeCase',
    label: 'Ma&ke a case of it',
    menu: 'record',
    group: 5,
    keys: ['Ctrl+Enter'],
    scope: 'whatIf',
  },
  { id: 'course.cancel', label: 'Cance&l a class', menu: 'record', group: 5, keys: [], scope: 'app' },
  { id: 'go.registrations', label: 'Registrat&ions', menu: 'record', group: 5, keys: ['Ctrl+G'], scope: 'app' },
  { id: 'group.new', label: 'Register a &group', menu: 'record', group: 5, keys: ['Ctrl+Shift+G'], scope: 'app' },

  { id: 'letter.make', label: '&Make letter', menu: 'letters', group: 1, keys: ['Ctrl+Shift+L'], scope: 'case' },
  { id: 'letter.edit', label: '&Look at the letter', menu: 'letters', group: 1, keys: ['F2'], scope: 'letters' },
  {
    id: 'letter.lookTicked',
    label: 'Look thr&ough the ticked',
    menu: 'letters',
    group: 1,
    keys: ['Ctrl+O'],
    scope: 'letters',
  },
  { id: 'letter.reprint', label: '&Reprint', menu: 'letters', group: 1, keys: [], scope: 'letters' },
  { id: 'letter.answer', label: '&Did all print?', menu: 'letters', group: 1, keys: ['Ctrl+D'], scope: 'letters' },
  { id: 'letter.resume', label: 'Res&ume after the jam', menu: 'letters', group: 1, keys: [], scope: 'letters' },
  { id: 'letter.markMailed', label: 'Mark as ma&iled', menu: 'letters', group: 2, keys: ['Ctrl+M'], scope: 'letters' },
  { id: 'letter.cameBack', label: 'It &came back', menu: 'letters', group: 2, keys: ['Ctrl+R'], scope: 'letters' },
  { id: 'letter.sendAgain', label: '&Send it again', menu: 'letters', group: 2, keys: [], scope: 'letters' },
  { id: 'letter.separate', label: 'Save as se&parate PDFs', menu: 'letters', group: 3, keys: [], scope: 'letters' },
  { id: 'letter.labels', label: 'Print l&abels', menu: 'letters', group: 3, keys: [], scope: 'letters' },
  { id: 'letter.envelopes', label: 'Print &envelopes', menu: 'letters', group: 3, keys: [], scope: 'letters' },
  { id: 'form.blank', label: 'Print &blank forms', menu: 'letters', group: 4, keys: [], scope: 'app' },
  { id: 'printer.test', label: 'Print the &window test page', menu: 'letters', group: 4, keys: [], scope: 'app' },

  { id: 'go.templates', label: 'Words of le&tters', menu: 'letters', group: 5, keys: [], scope: 'app' },
  { id: 'template.next', label: 'Ne&xt case', menu: 'letters', group: 5, keys: ['Ctrl+Shift+V'], scope: 'words' },

  { id: 'go.whatIf', label: 'W&hat-if', menu: 'tools', group: 1, keys: ['Ctrl+I'], scope: 'app' },
  { id: 'register.backUp', label: '&Back up now', menu: 'tools', group: 1, keys: [], scope: 'app' },
  { id: 'register.verify', label: '&Check the register', menu: 'tools', group: 1, keys: [], scope: 'app' },
  { id: 'go.policies', label: '&Policies', menu: 'tools', group: 2, keys: ['Ctrl+U'], scope: 'app' },
  { id: 'go.settings', label: '&Settings', menu: 'tools', group: 2, keys: ['Ctrl+,'], scope: 'app' },

  { id: 'why', label: '&Why? (focused line or field)', menu: 'help', group: 1, keys: ['F1'], scope: 'app' },
  { id: 'go.help', label: '&Help', menu: 'help', group: 1, keys: ['Shift+F1'], scope: 'app' },
  { id: 'go.arithmetic', label: '&Check a letter’s arithmetic', menu: 'help', group: 1, keys: [], scope: 'app' },
  { id: 'keys', label: '&Keys of this screen', menu: 'help', group: 1, keys: ['Ctrl+/'], scope: 'app' },

  {
    id: 'class.cancelNow',
    label: 'Create the refunds',
    menu: null,
    group: 1,
    keys: ['Ctrl+Enter'],
    scope: 'cancelClass',
  },

  {
    id: 'transmittal.close',
    label: 'Close && print batch',
    menu: null,
    group: 1,
    keys: ['Ctrl+Enter'],
    scope: 'handOff',
  },

  {
    id: 'approval.giveTicked',
    label: 'Approve all ticked, of one outcome',
    menu: null,
    group: 1,
    keys: ['Ctrl+Enter'],
    scope: 'approvals',
  },

  { id: 'habit.nextField', label: 'Next field', menu: null, group: 1, keys: ['Tab', 'Enter'], scope: 'field' },
  { id: 'habit.previousField', label: 'Previous field', menu: null, group: 1, keys: ['Shift+Tab'], scope: 'field' },
  { id: 'habit.list', label: 'List or calendar', menu: null, group: 1, keys: ['F9', 'F4', 'Alt+Down'], scope: 'field' },
  {
    id: 'habit.revert',
    label: 'Revert the field; twice: leave, draft kept',
    menu: null,
    group: 1,
    keys: ['Esc'],
    scope: 'field',
  },
  { id: 'date.today', label: 'Today', menu: null, group: 1, keys: ['T', '='], scope: 'date' },
  { id: 'date.yesterday', label: 'Yesterday', menu: null, group: 1, keys: ['Y'], scope: 'date' },
  { id: 'date.later', label: 'A day later', menu: null, group: 1, keys: ['Plus', 'Up'], scope: 'date' },
  { id: 'date.earlier', label: 'A day earlier', menu: null, group: 1, keys: ['-', 'Down'], scope: 'date' },
  { id: 'date.monthLater', label: 'A month later', menu: null, group: 1, keys: ['PageUp', ']'], scope: 'date' },
  { id: 'date.monthEarlier', label: 'A month earlier', menu: null, group: 1, keys: ['PageDown', '['], scope: 'date' },
  { id: 'date.monthFirst', label: 'First of the month', menu: null, group: 1, keys: ['M'], scope: 'date' },
  { id: 'date.monthLast', label: 'Last of the month', menu: null, group: 1, keys: ['H'], scope: 'date' },
  { id: 'marker.later', label: 'A day later', menu: null, group: 1, keys: ['Right', 'Up'], scope: 'marker' },
  { id: 'marker.earlier', label: 'A day earlier', menu: null, group: 1, keys: ['Left', 'Down'], scope: 'marker' },
  { id: 'marker.weekLater', label: 'A week later', menu: null, group: 1, keys: ['PageUp'], scope: 'marker' },
  { id: 'marker.weekEarlier', label: 'A week earlier', menu: null, group: 1, keys: ['PageDown'], scope: 'marker' },
  { id: 'marker.monthLater', label: 'A month later', menu: null, group: 1, keys: ['Shift+PageUp'], scope: 'marker' },
  {
    id: 'marker.monthEarlier',
    label: 'A month earlier',
    menu: null,
    group: 1,
    keys: ['Shift+PageDown'],
    scope: 'marker',
  },
  { id: 'marker.first', label: 'First day shown', menu: null, group: 1, keys: ['Home'], scope: 'marker' },
  { id: 'marker.last', label: 'Last day shown', menu: null, group: 1, keys: ['End'], scope: 'marker' },
  { id: 'decision.approve', label: 'Approve', menu: null, group: 1, keys: ['A'], scope: 'decision' },
  { id: 'decision.inPart', label: 'Approve in part', menu: null, group: 1, keys: ['P'], scope: 'decision' },
  { id: 'decision.deny', label: 'Deny', menu: null, group: 1, keys: ['D'], scope: 'decision' },
  { id: 'decision.more', label: 'Ask for more information', menu: null, group: 1, keys: ['M'], scope: 'decision' },
  { id: 'list.open', label: 'Open the row', menu: null, group: 1, keys: ['Enter'], scope: 'list' },
  { id: 'list.tick', label: 'Tick the row', menu: null, group: 1, keys: ['Space'], scope: 'list' },
  { id: 'list.tickAll', label: 'Tick all', menu: null, group: 1, keys: ['Ctrl+A'], scope: 'list' },
  { id: 'letter.next', label: 'Next letter', menu: null, group: 1, keys: ['PageDown'], scope: 'letter' },
  { id: 'letter.previous', label: 'Letter before', menu: null, group: 1, keys: ['PageUp'], scope: 'letter' },
  { id: 'worksheet.jump', label: 'Go to the line’s field', menu: null, group: 1, keys: ['Enter'], scope: 'worksheet' },
] as const satisfies readonly Command[];

/** The name of a command, as the menu sends it to the window. */
export type CommandId = (typeof registry)[number]['id'];

/** All commands, in the order of the menus and the key card. */
export const commands: readonly (Command & { readonly id: CommandId })[] = registry;

const byId: ReadonlyMap<string, Command & { readonly id: CommandId }> = new Map(commands.map((c) => [c.id, c]));

/** The command of that name. A name that is not in the registry does not compile. */
export function commandOf(id: CommandId): Command & { readonly id: CommandId } {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no such command: ${id}`);
  return found;
}

/** Whether a text received from elsewhere (the menu) names a command. */
export function isCommandId(text: string): text is CommandId {
  return byId.has(text);
}

/** A label as text, without the marks of its menu letter: `Save & new`. */
export function plainLabel(label: string): string {
  return label.replace(/&(.)/g, '$1');
}

const shownNames: Readonly<Record<string, string>> = {
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Plus: '+',
};

/** A key chord as the screen and the key card show it, one text a key: `['Ctrl', 'PgDn']`. */
export function keyNames(chord: string): readonly string[] {
  return chord.split('+').map((key) => shownNames[key] ?? key);
}

/** The scopes whose keys are heard in a scope: itself, then its parents up to the whole app. */
export function scopeChain(scope: Scope): readonly Scope[] {
  const chain: Scope[] = [scope];
  for (let at: Scope | null = scopes[scope].parent; at !== null; at = scopes[at].parent) chain.push(at);
  return chain;
}
