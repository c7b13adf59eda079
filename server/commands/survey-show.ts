import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'

interface Line {
  name: string
  code: string
  label: string
  exclusive?: boolean
  other?: { name: string; label: string } | null
}

export const command = defineCommand({
  name: 'survey show',
  summary: 'Einen Fragebogen zeigen, wie er übersetzt wird',
  usage: 'FRAGEBOGEN [--fassung NUMMER] [--json]',
  arguments: { min: 1, max: 1 },
  options: {
    fassung: { type: 'string', value: 'NUMMER', help: 'eine bestimmte Fassung, sonst die neueste' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
  },
  async run({ values, positionals: [id = ''] }, io) {
    const [{ loadInstrument }, { outline }] = await Promise.all([
      import('../../surveys/definition/load.ts'),
      import('../../surveys/codebook/outline.ts'),
    ])
    const instrument = await loadInstrument(id, values.fassung)
    if (instrument === undefined) {
      throw new InputError(
        `Den Fragebogen „${id}“ gibt es${values.fassung ? ` in der Fassung ${values.fassung}` : ''} nicht. „stichtag survey list“ zeigt alle.`,
      )
    }
    const shown = outline(instrument)
    if (values.json) return io.json(shown)
    io.print(`${shown.title} (${shown.id}, Fassung ${shown.version})`)
    for (const { title, questions } of shown.sections) {
      io.print(`\n${title}`)
      for (const { number, kind, title: question, items, options, rows, scale, notAvailable } of questions) {
        io.print(`  ${number.padEnd(4)} ${question}`)
        for (const { name, code, label, exclusive, other } of [...items, ...options, ...rows] as Line[]) {
          const alone = exclusive ? ' (schließt die übrigen aus)' : ''
          io.print(`       ${(kind === 'choice' ? `= ${code}` : name).padEnd(32)} ${label}${alone}`)
          if (other) io.print(`       ${other.name.padEnd(32)} ${other.label}`)
        }
        if (scale.length > 0) io.print(`       ${(scale as Line[]).map(({ code }) => code).join(' · ')}`)
        if (notAvailable !== null) io.print(`       ${notAvailable.name.padEnd(32)} ${notAvailable.label}`)
      }
    }
    if (shown.filters.length > 0) io.print(`\n${shown.filters.length} Filter`)
    for (const { variable, words } of shown.filters) io.print(`  ${variable.padEnd(34)} ${words}`)
    io.print(`\n${shown.checks.length} Prüfungen`)
    for (const { id: check, severity, message } of shown.checks) {
      io.print(`  ${severity === 'error' ? 'Fehler ' : 'Hinweis'} ${check.padEnd(34)} ${message}`)
    }
  },
})
