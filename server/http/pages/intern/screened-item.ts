import { percentWords, suspectWords } from '../../../../analysis/screening/words.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { ScreenedItem } from '../../../../views/page-data/screening-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { QueueItem } from '../../../screening/queue.ts'
import type { Decision } from '../../../store/screening.ts'
import { hubHref, sectionHref } from '../addresses.ts'
import { shownUnit } from '../frame.ts'
import { participantHref, screenedHref } from './addresses.ts'
import type { ScreeningQuery, ShownScreening } from './shown-screening.ts'

/** What could not be decided, as it was sent. */
export interface Refused {
  /** The field of the page that is at fault. */
  id: string
  text: string
  error: string
}

const itemId = (unit: string, field: string) => `${unit}-${field}`

/** The field in which one says what would decide it. */
export const textId = (unit: string, field: string) => `text-${itemId(unit, field)}`

export function screenedItem(
  { rank, unit: { unit }, suspect, decision, formerly }: QueueItem,
  { wave, instrument, register, mayDecide, mayFollow }: Omit<ShownScreening, 'screening'>,
  query: ScreeningQuery,
  refused: Refused | undefined,
): ScreenedItem {
  const { variable: field, suspicion, influence, clues } = suspect
  const variable = instrument.variable.get(field)
  const { number = '', question = '' } = variable ?? {}
  const { name, note } = shownUnit(instrument.unit, unit, register)
  const section = instrument.questions.get(question)?.section ?? ''
  const own = refused?.id === textId(unit, field) ? refused : undefined
  return {
    id: itemId(unit, field),
    rank: String(rank),
    name,
    note,
    field: instrument.labels.get(field)?.label ?? field,
    number,
    fieldHref: `${sectionHref({ wave: wave.id, unit, office: true }, section)}#${field}`,
    participantHref: mayFollow ? participantHref(wave.id, unit) : hubHref({ wave: wave.id, unit, office: true }),
    sentence: suspectWords({ ...suspect, question: number }),
    suspicion: percentWords(Number(suspicion.toFixed(2))),
    influence: percentWords(influence),
    checks: clues.flatMap((clue) =>
      clue.kind === 'check' ? [{ message: clue.message, justified: justifiedWords[clue.justified] }] : [],
    ),
    decided: decision === undefined ? formerlyWords(formerly) : decidedWords(decision),
    wanted: decision?.wanted ?? '',
    form: mayDecide
      ? {
          action: screenedHref(wave.id, unit),
          kept: Object.entries({ ...query, feld: field, wert: suspect.value }).map(([key, value]) => ({
            name: key,
            value: String(value),
          })),
          text: own?.text ?? '',
          error: own?.error ?? '',
          isDecided: decision !== undefined,
        }
      : undefined,
  }
}

const justifiedWords = {
  no: 'ohne Begründung',
  alike: 'begründet mit denselben Worten wie bei vielen anderen',
  own: 'mit eigenen Worten begründet',
} as const

const decidedAs: Record<Decision['decision'], string> = {
  right: 'Stimmt',
  amend: 'Wird korrigiert',
  query: 'Rückfrage',
  open: 'Nicht zu entscheiden',
  again: '',
}

const decidedWords = ({ decision, at, who }: Decision): string =>
  `${decidedAs[decision]}, ${dayAndTime(at)}, ${who ?? 'Befehlszeile'}`

const formerlyWords = (formerly: number | undefined): string =>
  formerly === undefined ? '' : `Als zuletzt entschieden wurde, stand dort ${formatNumber(formerly)}.`
