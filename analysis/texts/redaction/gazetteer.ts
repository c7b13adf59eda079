import type { Register } from '../../../surveys/reading/register.ts'
import { isCommon } from './common-words.ts'
import { nameForms } from './name-forms.ts'
import { kommuneVariants, kreisVariants, type Variant, verbundVariants } from './name-variants.ts'
import { wordsOf } from './words.ts'

export type NamedKind = 'kommune' | 'kreis' | 'verbund'

/** What a word, or several in a row, stand for. */
export interface Entry {
  /** The name as the register has it. */
  name: string
  kinds: ReadonlySet<NamedKind>
  /** Whether it says something else in German as well. */
  common: boolean
}

/** The words that follow the first one of a name of several, each in all its forms. */
interface Sequence {
  rest: readonly ReadonlySet<string>[]
  entry: Entry
}

/** All names that could tell whom a text is from, by their folded forms. Made once for a register. */
export interface Gazetteer {
  words: ReadonlyMap<string, Entry>
  /** By the first word, the longest first. */
  sequences: ReadonlyMap<string, readonly Sequence[]>
}

/** Names of Kommunen, Kreise and Verbünde in all forms, so that a text is gone through once, whatever their number. */
export function gazetteer({ gemeinden, kreise, verbuende }: Register): Gazetteer {
  const words = new Map<string, Entry>()
  const sequences = new Map<string, Sequence[]>()
  const add = ({ text, name }: Variant, kind: NamedKind) => {
    const parts = wordsOf(text)
    const [first = new Set<string>(), ...rest] = parts.map((part) =>
      links.has(part.folded) ? new Set([part.folded]) : nameForms(part.text),
    )
    const baseIsCommon = isCommon(parts.map(({ folded }) => folded).join(' '))
    for (const form of first) {
      const entry = { name, kinds: new Set([kind]), common: baseIsCommon || (rest.length === 0 && isCommon(form)) }
      if (rest.length === 0) words.set(form, joined(words.get(form), entry))
      else sequences.set(form, [...(sequences.get(form) ?? []), { rest, entry }])
    }
  }
  for (const { name } of gemeinden.values()) for (const variant of kommuneVariants(name)) add(variant, 'kommune')
  for (const name of kreise.values()) for (const variant of kreisVariants(name)) add(variant, 'kreis')
  for (const { name } of verbuende.values()) for (const variant of verbundVariants(name)) add(variant, 'verbund')
  for (const listed of sequences.values()) listed.sort((a, b) => b.rest.length - a.rest.length)
  return { words, sequences }
}

/** What stays as it is within a name. */
const links = new Set(['am', 'an', 'auf', 'bad', 'das', 'dem', 'den', 'der', 'im', 'in', 'ob', 'st', 'unter', 'und'])

/** A form of two names: what may be a word as a form of one of them may be it at all. */
const joined = (known: Entry | undefined, more: Entry): Entry =>
  known === undefined
    ? more
    : { ...known, kinds: new Set([...known.kinds, ...more.kinds]), common: known.common || more.common }
