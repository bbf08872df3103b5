import { sql as register } from './migrations/001-register';
import { sql as groups } from './migrations/002-groups';
import { sql as policies } from './migrations/003-policies';
import { sql as freePlaces } from './migrations/004-free-places';
import { sql as people } from './migrations/005-people';
import { sql as leaving } from './migrations/006-leaving';

/** One step of a register's form: its number, which the file carries as `user_version`, and what brings the file there. */
export type Migration = { readonly version: number; readonly sql: string };

/** All steps, in order. A step that has shipped is never edited. */
export const migrations: readonly Migration[] = [
  { version: 1, sql: register },
  { version: 2, sql: groups },
  { version: 3, sql: policies },
  { version: 4, sql: freePlaces },
  { version: 5, sql: people },
  { version: 6, sql: leaving },
];

/** The version that this app reads and writes. */
export const presentVersion: number = migrations.at(-1)?.version ?? 0;
