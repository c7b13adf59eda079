import { readFile } from 'node:fs/promises'
import type { Facts } from '../../server/demo/facts.ts'
import { inventAnswers } from '../../server/demo/invent.ts'
import { readProfile } from '../../server/demo/profile.ts'
import { Random } from '../../server/demo/random.ts'
import type { Instrument, Variable } from '../../surveys/compile/instrument.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'

type Typed = Record<string, string>

/** What is known of whoever answers: Eislingen, or somebody who works there. */
const kommune: Facts = { unit: '117019', name: 'Eislingen/Fils', einwohner: 22_325, gemeinden: [] }
const person: Facts = { ...kommune, unit: '117019-001', gemeinden: ['117019 Eislingen/Fils', '117042 Salach'] }

/**
 * A complete answer to a survey: no question is blank, and something is named in a field for that. All fits together, apart
 * from one number that has to be justified where the survey compares numbers at all, unless nothing slipped.
 */
export async function completeAnswer(instrument: Instrument, slip = 1): Promise<{ unit: string; typed: Typed }> {
  const file = new URL(`../../server/demo/profiles/${instrument.id}.json`, import.meta.url)
  const profile = readProfile(JSON.parse(await readFile(file, 'utf8')))
  const thorough = { ...profile, blank: 0, slip, comment: 0.3, notAvailable: { zp_kinder18: 1 } }
  const facts = instrument.unit === 'gemeinde' ? kommune : person
  const contact = instrument.variables.filter((one) => one.contact).map(({ name }) => [name, contactOf(name)])
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const invented = inventAnswers(instrument, thorough, facts, new Random(`complete ${attempt}`))
    const typed = { [ownField(instrument) ?? '']: facts.unit, ...Object.fromEntries(contact), ...invented }
    if (isComplete(instrument, typed)) return { unit: facts.unit, typed }
  }
  throw new Error(`${instrument.id} was never answered completely`)
}

const contactOf = (name: string) => (name.endsWith('_mail') ? 'oe.muster@eislingen.example' : 'Ö. Muster')

function isComplete({ questions, variables }: Instrument, typed: Typed): boolean {
  const isAnswered = (some: readonly Variable[]) => some.some(({ name }) => typed[name] !== undefined)
  const named = variables.filter(({ role }) => role === 'other')
  return [...questions.values()].every(({ variables }) => isAnswered(variables)) && (!named.length || isAnswered(named))
}
