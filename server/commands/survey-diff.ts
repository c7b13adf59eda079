import type { Status } from '../../schemas/concordance.ts'
import type { DiffRow } from '../../surveys/definition/diff-outline.ts'
import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'

const words: Record<Status, string> = {
  same: 'gleich',
  reworded: 'umformuliert',
  changedBase: 'anderer Bezug',
  new: 'neu',
  dropped: 'entfallen',
}

export const command = defineCommand({
  name: 'survey diff',
  summary: 'Zwei Fragebogen vergleichen: was gleich ist, was anders, neu oder entfallen',
  usage: 'FRÜHERER SPÄTERER [--json]',
  details: [
    'Verglichen werden die neuesten Fassungen, Frage für Frage; umfrage-1.v1 nennt eine bestimmte. Die Gründe kommen aus',
    'surveys/concordance.',
    'Beispiel: stichtag survey diff umfrage-1 umfrage-4',
  ],
  arguments: { min: 2, max: 2 },
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values, positionals: [from = '', to = ''] }, io) {
    const [{ loadNamed }, { loadConcordances }, { outlineDiff }, { DefinitionError }] = await Promise.all([
      import('../../surveys/definition/load.ts'),
      import('../../surveys/concordance/load-concordances.ts'),
      import('../../surveys/definition/diff-outline.ts'),
      import('../../surveys/definition/problem.ts'),
    ])
    const load = async (id: string) => {
      const instrument = await loadNamed(id).catch((error: unknown) => {
        if (!(error instanceof DefinitionError)) throw error
        throw new InputError(error.problems.map(({ path, message }) => `${id}: ${path}: ${message}`))
      })
      if (instrument === undefined)
        throw new InputError(`Den Fragebogen „${id}“ gibt es nicht. „stichtag survey list“ zeigt alle.`)
      return instrument
    }
    const rows = outlineDiff(await load(from), await load(to), await loadConcordances())
    if (values.json) return io.json(rows)
    for (const line of [...table(from, to, rows), '', ...reasons(rows), counts(rows)]) io.print(line)
  },
})

function table(from: string, to: string, rows: readonly DiffRow[]): string[] {
  const width = Math.max(from.length, to.length) + 2
  const line = (...[first, second, third, rest]: [string, string, string, string]) =>
    `${first.padEnd(width)}${second.padEnd(width)}${third.padEnd(15)}${rest}`
  return [
    line(from, to, 'Vergleich', 'Frage'),
    ...rows.flatMap(({ status, before, after, differs, bases }) => [
      line(before?.number ?? '–', after?.number ?? '–', words[status], (after ?? before)?.title ?? ''),
      ...(differs.length > 0 ? [line('', '', '', `  anders: ${differs.join(', ')}`)] : []),
      ...(bases ? [line('', '', '', `  Bezug: ${listed(bases.before)} → ${listed(bases.after)}`)] : []),
    ]),
  ]
}

const listed = (numbers: readonly string[]) => numbers.join(', ') || 'keiner'

/** Each reason once, with the questions for which it holds. */
function reasons(rows: readonly DiffRow[]): string[] {
  const told = rows.filter(({ status, why }) => status !== 'same' && why !== null)
  return [...new Set(told.map(({ why }) => why))].flatMap((why) => {
    const questions = told
      .filter((row) => row.why === why)
      .map(({ before, after }) => (before && after ? `${before.number} → ${after.number}` : (after ?? before)?.number))
    return [`${questions.join(', ')}: ${why}`, '']
  })
}

function counts(rows: readonly DiffRow[]): string {
  const count = (status: string) => rows.filter((row) => row.status === status).length
  return Object.entries(words)
    .map(([status, word]) => `${count(status)} ${word}`)
    .join(', ')
}
