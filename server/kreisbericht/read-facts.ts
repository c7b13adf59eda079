import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isFraction } from '../../analysis/kreisbericht/amount.ts'
import { factProblems } from '../../analysis/kreisbericht/check.ts'
import type { KreisFacts } from '../../schemas/kreisbericht.ts'
import { lateValidator } from '../../surveys/definition/late-validator.ts'
import { isDate } from '../../surveys/reading/dates.ts'
import { type Fault, type Formats, parseDocument } from '../documents/parse-document.ts'
import { readText } from '../documents/read-text.ts'
import { InputError } from '../errors/input-error.ts'

const formats: Formats = {
  date: { isRight: isDate, sentence: 'Hier muss ein Tag stehen, geschrieben wie 2018-12-31.' },
  fraction: {
    isRight: isFraction,
    sentence: 'Hier muss ein Anteil stehen wie 1/3 oder 3/4: von der Hälfte bis zu Zehnteln, kleiner als das Ganze.',
  },
}

const schema = JSON.parse(readFileSync(new URL('../../schemas/kreisbericht.schema.json', import.meta.url), 'utf8'))
const validate = lateValidator(() => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  for (const [name, { isRight }] of Object.entries(formats)) ajv.addFormat(name, isRight)
  return ajv.compile<KreisFacts>(schema)
})

/** The facts of a Kreis; or all that is wrong with them, each with its place. */
export function parseFacts(text: string): { facts: KreisFacts } | { faults: Fault[] } {
  const parsed = parseDocument(text, { validate, formats, problems: factProblems })
  return 'faults' in parsed ? parsed : { facts: parsed.document }
}

export function readFacts(file: string): KreisFacts {
  const read = readText(file)
  if ('problem' in read) throw new InputError(read.problem)
  const parsed = parseFacts(read.text)
  if ('facts' in parsed) return parsed.facts
  throw new InputError(
    parsed.faults.map(
      ({ line, column, sentence }) => `${basename(file)}, Zeile ${line}, Spalte ${column}: ${sentence}`,
    ),
  )
}
