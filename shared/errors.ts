/** One thing wrong with what was typed: the field it stands under and the sentence shown there. */
export type Problem = { readonly field: string; readonly message: string };

/** The reasons for which a folder cannot hold a register. */
export type UnsafePlace = 'network' | 'synced' | 'not-writable' | 'not-a-folder' | 'no-space';

/** The closed list of failures that a person can meet; each has its words in `sayFailure`. */
export type Failure =
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'not-allowed'; readonly action: string }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'sign-in-refused'; readonly waitSeconds: number }
  | { readonly kind: 'wrong-state'; readonly message: string; readonly next: string }
  | { readonly kind: 'no-address'; readonly student: string }
  | { readonly kind: 'no-register' }
  | { readonly kind: 'unsafe-place'; readonly path: string; readonly why: UnsafePlace }
  | { readonly kind: 'register-exists'; readonly path: string }
  | { readonly kind: 'register-missing'; readonly path: string }
  | { readonly kind: 'register-in-use'; readonly path: string }
  | { readonly kind: 'register-newer'; readonly path: string; readonly version: number }
  | { readonly kind: 'register-damaged'; readonly path: string; readonly detail: string }
  | { readonly kind: 'register-not-ours'; readonly path: string }
  | { readonly kind: 'migration-failed'; readonly path: string; readonly backup: string }
  | { readonly kind: 'disk-full'; readonly path: string }
  | { readonly kind: 'disk-error'; readonly path: string }
  | { readonly kind: 'disk-read-only'; readonly path: string }
  | { readonly kind: 'register-busy'; readonly path: string }
  | {
      readonly kind: 'files-stopped';
      readonly path: string;
      readonly written: number;
      readonly of: number;
      /** The last file that was written; empty where none was. */
      readonly last: string;
      readonly full: boolean;
    }
  | { readonly kind: 'no-memory' }
  | { readonly kind: 'printing'; readonly detail: string }
  | { readonly kind: 'policy-refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'internal'; readonly reference: string };

/** A failure in words: what happened, what it means, what to do. */
export type Said = { readonly what: string; readonly meaning: string; readonly next: string };

const unsafe: Record<UnsafePlace, Said> = {
  network: {
    what: 'That folder is on a network drive.',
    meaning: 'A register on a network drive can lose entries when the connection drops.',
    next: 'Choose a folder on this PC.',
  },
  synced: {
    what: 'That folder is kept in step with a cloud service.',
    meaning: 'A sync program can copy or replace the register while it is being written.',
    next: 'Choose a folder that no sync program watches.',
  },
  'not-writable': {
    what: 'That folder cannot be written to.',
    meaning: 'Your account has no right to make files there.',
    next: 'Choose another folder, or ask IT for the right to write there.',
  },
  'not-a-folder': {
    what: 'That folder does not exist.',
    meaning: 'Nothing was made there.',
    next: 'Choose a folder that exists.',
  },
  'no-space': {
    what: 'There is too little room on that disk.',
    meaning: 'The register needs at least 200 MB free.',
    next: 'Free some room, or choose another disk.',
  },
};

/** The words for a failure: what happened, what it means and what to do. Exhaustive, so that a new failure does not compile until it has words. */
export function sayFailure(failure: Failure): Said {
  switch (failure.kind) {
    case 'invalid':
      return {
        what: failure.problems.map((p) => p.message).join(' '),
        meaning: 'Nothing was saved; what you typed is still there.',
        next: 'Mend the fields named and save again.',
      };
    case 'not-found':
      return {
        what: `${failure.what} is not in the register.`,
        meaning: 'It may have been undone.',
        next: 'Go back and look again.',
      };
    case 'not-allowed':
      return {
        what: `You may not ${failure.action}.`,
        meaning: 'Nothing was changed.',
        next: 'Ask somebody who has that permission.',
      };
    case 'not-signed-in':
      return {
        what: 'Nobody is signed in.',
        meaning: 'Nothing was changed; what was half typed is kept.',
        next: 'Sign in and go on.',
      };
    case 'sign-in-refused':
      return {
        what: 'That name and passphrase do not belong together.',
        meaning:
          failure.waitSeconds === 0
            ? 'Nobody is signed in.'
            : `After several tries the desk waits: ${failure.waitSeconds} seconds from now.`,
        next: 'Type both again, or ask your administrator for a new passphrase.',
      };
    case 'wrong-state':
      return { what: failure.message, meaning: 'Nothing was changed.', next: failure.next };
    case 'no-address':
      return {
        what: `${failure.student} has no complete mailing address.`,
        meaning: 'The letter waits in the queue and was not printed.',
        next: 'Add street, city, state and ZIP on the student; the letter is ready then.',
      };
    case 'no-register':
      return {
        what: 'No register is open.',
        meaning: 'Nothing was saved.',
        next: 'Finish set-up, or open the sample office.',
      };
    case 'unsafe-place':
      return unsafe[failure.why];
    case 'register-exists':
      return {
        what: 'There is already a register in that folder.',
        meaning: 'It was left as it is.',
        next: 'Open it, or choose an empty folder.',
      };
    case 'register-missing':
      return {
        what: 'The register is not where it was.',
        meaning: 'It may have been moved, or its drive is not connected.',
        next: 'Connect the drive and try again, or choose where the register is now.',
      };
    case 'register-in-use':
      return {
        what: 'Another program or another person has this register open.',
        meaning: 'Only one copy of Refund Desk can use a register at a time.',
        next: 'Close the other one, then try again.',
      };
    case 'register-newer':
      return {
        what: `This register was last used by a newer Refund Desk (register version ${failure.version}).`,
        meaning: 'This version cannot read it safely, so it was left as it is.',
        next: 'Install the newer Refund Desk on this PC.',
      };
    case 'register-damaged':
      return {
        what: `The register did not pass its check: ${failure.detail}`,
        meaning: 'It was opened for reading only or not at all, and nothing in it was changed.',
        next: 'Save a copy of it, then restore the newest backup.',
      };
    case 'register-not-ours':
      return {
        what: 'That file is not a Refund Desk register.',
        meaning: 'It was left as it is.',
        next: 'Choose another file.',
      };
    case 'migration-failed':
      return {
        what: 'The register could not be brought to this version.',
        meaning: `It is unchanged, and a backup is at ${failure.backup}.`,
        next: 'Try again; if it fails again, go back to the earlier Refund Desk and ask IT.',
      };
    case 'disk-full':
      return {
        what: 'The disk is full.',
        meaning: 'This was not saved; what you typed is still there.',
        next: 'Free some room on the disk and save again.',
      };
    case 'disk-error':
      return {
        what: 'The disk reported an error.',
        meaning: 'This may not have been saved; what you typed is still there.',
        next: 'Save again. If it happens twice, stop and call IT: the disk may be failing.',
      };
    case 'disk-read-only':
      return {
        what: 'The register cannot be written to.',
        meaning: 'It is read-only for your account, or it failed its check.',
        next: 'Ask IT to give your account write permission to the folder of the register.',
      };
    case 'register-busy':
      return {
        what: 'Another program is holding the register.',
        meaning: 'This was not saved; what you typed is still there.',
        next: 'Wait a moment and save again.',
      };
    case 'files-stopped':
      return {
        what: failure.full ? 'The disk is full.' : 'That folder could not be written to any more.',
        meaning: `${failure.written} of ${failure.of} files are in ${failure.path}${failure.last === '' ? '' : `, the last one ${failure.last}`}. No half file was left, and no letter was marked.`,
        next: `${failure.full ? 'Free some room on the disk' : 'Look whether the folder is still there'} and save the same letters there again: those already written are kept.`,
      };
    case 'no-memory':
      return {
        what: 'This PC is out of memory.',
        meaning: 'This was not saved; what you typed is still there.',
        next: 'Close other programs and save again.',
      };
    case 'printing':
      return {
        what: `It could not be printed: ${failure.detail}`,
        meaning: 'No letter was marked as printed.',
        next: 'Check the printer and print again, or save the PDF.',
      };
    case 'policy-refused':
      return {
        what: `That policy cannot be used. ${problemsSaid(failure.problems)}`,
        meaning: 'Nothing was imported.',
        next: 'Ask whoever sent the file to mend the places named, then import it again.',
      };
    case 'cancelled':
      return { what: 'Stopped at your request.', meaning: 'Nothing was changed.', next: 'Start again when you like.' };
    case 'internal':
      return {
        what: `Something went wrong inside Refund Desk (reference ${failure.reference}).`,
        meaning: 'Nothing was saved; what you typed is still there.',
        next: 'Try again; if it happens twice, give IT the reference.',
      };
  }
}

/** The first few places with what is wrong there, and how many more there are. */
function problemsSaid(problems: readonly Problem[]): string {
  const first = problems.slice(0, 5).map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
  return [...first, ...(problems.length > 5 ? [`And ${problems.length - 5} more.`] : [])].join(' ');
}
