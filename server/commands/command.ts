import type { ParseArgsConfig, parseArgs } from 'node:util'
import type { Io } from './io.ts'

/**
 * A command of `stichtag`. To add one, write `server/commands/<name-with-hyphens>.ts` that exports `command`, and name it in
 * `index.ts`:
 *
 *     export const command = defineCommand({
 *       name: 'wave list',
 *       summary: 'Erhebungen auflisten',
 *       usage: '[--json]',
 *       options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
 *       async run({ values }, io) {
 *         await withContext(io, {}, async ({ db }) => {
 *           const waves = await listWaves(db)
 *           if (values.json) io.json(waves)
 *           else for (const wave of waves) io.print(`${wave.id}  ${wave.title}`)
 *         })
 *       },
 *     })
 *
 * Results go to stdout (`io.print`, `io.json`), everything else to stderr (`io.tell`, `io.progress`). What the user can put
 * right is thrown: `InputError` ends with 1, `UsageError` with 2. Heavy modules are imported within `run`, so that
 * `--help` stays quick. `--help` is understood by every command and needs no entry.
 */
export interface Command<O extends Options = Options> {
  name: string
  /** One line, without a full stop. */
  summary: string
  /** What follows the name: `[DATEI]`, `WELLE --out DATEI`. */
  usage: string
  /** Further lines of the help: what is read, what is written, an example. */
  details?: string[]
  /** How many arguments without `--` may be given; none where it is missing. */
  arguments?: { min: number; max: number }
  options: O
  run(given: Given<O>, io: Io): Promise<void>
}

export type Options = Record<string, Option>

type Option = NonNullable<ParseArgsConfig['options']>[string] & {
  /** What it does, for the help. */
  help: string
  /** Name of its value in the help: `DATEI`. */
  value?: string
}

export interface Given<O extends Options> {
  values: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values']
  positionals: string[]
}

/** Keeps the types of the options for `run`. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  return command as unknown as Command
}

/** The command was called the wrong way: it says how it is called, and ends with 2. */
export class UsageError extends Error {}
