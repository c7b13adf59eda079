import type { Instrument } from '../../surveys/compile/instrument.ts'
import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'
import type { Io } from './io.ts'
import { waveNamed } from './known-wave.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'survey rules',
  summary: 'Die Prüfungen eines Fragebogens als Regeln für R ausgeben',
  usage: 'FRAGEBOGEN [--welle] [--json]',
  details: [
    'Schreibt YAML, wie das R-Paket validate es liest. Jede Regel ist ein Ausdruck über die',
    'Spalten von „stichtag export“. Welche Prüfungen sich so nicht sagen lassen, steht mit dem Grund am Anfang.',
    'umfrage-1 ist die neueste Fassung, umfrage-1.v1 eine bestimmte.',
    'Beispiel: stichtag survey rules umfrage-1 > regeln.yaml',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    welle: { type: 'boolean', help: 'der Name ist der einer Welle: die Fassung, nach der sie fragt' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
  },
  async run({ values, positionals: [name = ''] }, io) {
    const { rulesOf } = await import('../../surveys/rules/rules.ts')
    const { rulesYaml } = await import('../../surveys/rules/yaml.ts')
    const instrument = values.welle ? await askedBy(name, io) : await named(name)
    const rules = rulesOf(instrument)
    if (values.json) io.json(rules)
    else io.print(rulesYaml(instrument, rules).trimEnd())
  },
})

async function named(name: string): Promise<Instrument> {
  const { loadNamed } = await import('../../surveys/definition/load.ts')
  const instrument = await loadNamed(name)
  if (instrument === undefined)
    throw new InputError(`Den Fragebogen „${name}“ gibt es nicht. „stichtag survey list“ zeigt alle.`)
  return instrument
}

/** What a wave asks. */
async function askedBy(id: string, io: Io): Promise<Instrument> {
  const { loadInstrument } = await import('../../surveys/definition/load.ts')
  const { survey, survey_version: version } = await withContext(io, {}, ({ db }) => waveNamed(db, id))
  const instrument = await loadInstrument(survey, version)
  if (instrument !== undefined) return instrument
  throw new InputError(`Der Fragebogen ${survey} ${version} fehlt in surveys/definitions.`)
}
