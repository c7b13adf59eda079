import type { Instrument } from '../../surveys/compile/instrument.ts'
import { printedNumbers } from '../../surveys/compile/printed-numbers.ts'

/** What a Rückfrage is about: a field by its name, a question or a check by its id. */
export interface About {
  kind: 'field' | 'question' | 'check'
  name: string
}

const words = { feld: 'field', frage: 'question', pruefung: 'check' } as const

/** As addresses, forms and commands say it: `feld:zp_gesamt`, `frage:zp_status`, `pruefung:zp_status_summe`. */
export function readAbout(text: string): About | undefined {
  const [word = '', name = '', ...more] = text.split(':')
  if (!Object.hasOwn(words, word) || name === '' || more.length > 0) return undefined
  return { kind: words[word as keyof typeof words], name }
}

export function writeAbout({ kind, name }: About): string {
  const word = Object.entries(words).find(([, meant]) => meant === kind)?.[0] ?? ''
  return `${word}:${name}`
}

/** Where it stands in the form, and what it is called there. */
export interface AboutPlace {
  /** `F4, Anzahl der Zielpersonen`. */
  label: string
  section: string
  /** The question that it is shown with. */
  question: string
  /** The place on the page of the section. */
  anchor: string
}

/** Undefined where the questionnaire has no such thing. */
export function placeOf({ kind, name }: About, instrument: Instrument): AboutPlace | undefined {
  const variable = kind === 'field' ? instrument.variable.get(name) : undefined
  const check = kind === 'check' ? instrument.checks.find(({ id }) => id === name) : undefined
  const id = kind === 'question' ? name : (variable?.question ?? check?.questions[0] ?? '')
  const asked = instrument.questions.get(id)
  const section = instrument.sections.find((one) => one.id === asked?.section)
  const shownWith = section?.questions.find((one) => one.id === id || one.parts.some((part) => part.id === id))
  if (asked === undefined || section === undefined || shownWith === undefined) return undefined
  const label =
    variable !== undefined
      ? [variable.number, variable.label === asked.title ? '' : variable.label].filter(Boolean).join(', ')
      : check !== undefined
        ? `Hinweis zu ${printedNumbers(check.questions.flatMap((one) => instrument.questions.get(one) ?? [])).join(', ')}`
        : `${asked.number} ${asked.title}`
  return { label, section: section.id, question: shownWith.id, anchor: variable === undefined ? `frage-${id}` : name }
}

/** What a check says, without the numbers that stand in it each time; '' of a field or a question. */
export function checkSentence({ kind, name }: About, { checks }: Pick<Instrument, 'checks'>): string {
  const check = kind === 'check' ? checks.find(({ id }) => id === name) : undefined
  return check?.message.replace(/\{[^}]*\}/g, '…') ?? ''
}
