import { sql as register } from './migrations/001-register';

/** One step of a register's form: its number, which the file carries as `user_version`, and what brings the file there. */
export type Migration = { readonly version: number; readonly sql: string };

/** All steps, in order. A step that has shipped is never edited. */
export const migrations: readonly Migration[] = [{ version: 1, sql: register }];

/** The version that this app reads and writes. */
export const presentVersion: number = migrations.at(-1)?.version ?? 0;
