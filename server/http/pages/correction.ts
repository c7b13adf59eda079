import { nextCard } from '../../../surveys/answer/next-card.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import { checkHref, correctionHref, type Place } from './addresses.ts'
import { questionNumbers } from './check-words.ts'

const fromCheck = (check: string) => (check === '' ? 'pruefen' : `pruefen.${check}`)
const checkIn = (from: string) => from.split('.')[1] ?? ''

/** Where somebody comes from who puts something right, as the address of the section says it. */
export const readFrom = (von: unknown): string =>
  typeof von === 'string' && /^pruefen(?:\.\w{1,80})?$/.test(von) ? von : ''

/** Where `berichtigen:<field or question>:<check>` leads; undefined where there is no such place. */
export function correctionOf(action: string, { variable, questions }: Instrument, place: Place): string | undefined {
  const [verb, name = '', check = ''] = action.split(':')
  const asked = variable.get(name)
  const question = questions.get(asked?.question ?? name)
  if (verb !== 'berichtigen' || question === undefined) return undefined
  const anchor = asked === undefined ? `frage-${name}` : name
  return correctionHref(place, question.section, readFrom(fromCheck(check)) || 'pruefen', anchor)
}

/** Back to the page where all is checked, to the finding that somebody came from; settled, it is no longer there. */
export function backHref(from: string, place: Place): string {
  const check = checkIn(from)
  return check === '' ? checkHref(place) : `${checkHref(place)}#befund-${check}`
}

/** What is to be looked at after the present finding: `Nächster Hinweis: F16`, or ''. */
export function nextHint({ findings, raw, instrument }: Answered, from: string): string {
  const [first] = nextCard(findings, raw, instrument, checkIn(from))?.findings ?? []
  if (first === undefined) return ''
  return `${first.severity === 'error' ? 'Nächster Fehler' : 'Nächster Hinweis'}: ${questionNumbers(first, instrument)}`
}

/** The place of that; where nothing is left, the page where all is checked. */
export function nextHintHref({ findings, raw, instrument }: Answered, from: string, place: Place): string {
  const card = nextCard(findings, raw, instrument, checkIn(from))
  const [first] = card?.findings ?? []
  const field = card?.cause ?? first?.fields[0]
  if (first === undefined || field === undefined) return checkHref(place)
  return correctionOf(`berichtigen:${field}:${first.check}`, instrument, place) ?? checkHref(place)
}
