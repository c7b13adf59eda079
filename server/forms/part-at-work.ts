import { validityField } from '../../surveys/answer/draft-fields.ts'
import type { LastWave, Surroundings } from '../../surveys/answer/surroundings.ts'
import type { Whole } from './elsewhere.ts'
import type { Form } from './form.ts'
import { partOfForm } from './part-of-form.ts'

interface Part {
  form: Form
  /** The texts of these sections alone. */
  typed: Record<string, string>
  around: Surroundings
  whole: Whole
}

/** What somebody has before them who was asked for some sections: form, texts and last answers of these, and nothing else. */
export function partAtWork(whole: Whole, sections: readonly string[]): Part {
  const { texts, around } = whole
  const form = partOfForm(whole.form, sections)
  const valid = form.instrument.checks.map(({ id }) => validityField(id))
  const own = new Set([...form.fields.keys(), ...valid])
  const { last, ...others } = around
  return {
    form,
    typed: Object.fromEntries(Object.entries(texts).filter(([name]) => own.has(name))),
    around: { ...others, ...(last && { last: lastOf(last, form) }) },
    whole,
  }
}

/** What was answered in the last wave to the same questions. */
function lastOf({ values, words = new Map(), ...wave }: LastWave, { instrument: { variable } }: Form): LastWave {
  const own = <Value>(all: ReadonlyMap<string, Value>) => new Map([...all].filter(([name]) => variable.has(name)))
  return { ...wave, values: own(values), words: own(words) }
}
