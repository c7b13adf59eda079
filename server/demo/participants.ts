import { readCells } from '../../surveys/cell.ts'
import { findingsOf } from '../../surveys/finding.ts'
import type { Instrument } from '../../surveys/instrument.ts'
import type { Register } from '../../surveys/register.ts'
import { contentOf, type Justification, type SubmissionContent } from '../../surveys/submission.ts'
import { inventAnswers } from './invent.ts'
import type { Profile } from './profile.ts'
import { Random } from './random.ts'

/** What a Kommune of the demo world has done. */
export interface Invented {
  participantId: number
  typed: Record<string, string>
  justifications: Justification[]
  /** Missing: a draft only. */
  submitted?: { content: SubmissionContent; daysAgo: number }
}

export type State = 'leer' | 'begonnen' | 'abgesendet'

/** Invents about 700 submissions and some drafts. Larger Kommunen answer more often, as in the real surveys. */
export function inventParticipants(
  instrument: Instrument,
  profile: Profile,
  participants: readonly { id: number; unit: string }[],
  register: Register,
  fixed: Readonly<Record<string, State | undefined>>,
): Invented[] {
  return participants.flatMap(({ id, unit: gkz }): Invented[] => {
    const random = new Random(`${profile.wave} ${gkz}`)
    const einwohner = register.gemeinden.get(gkz)?.einwohner ?? 0
    const answers = random.chance(0.53 + 0.045 * Math.log(1 + einwohner / 1000))
    const state = fixed[gkz] ?? (answers ? 'abgesendet' : random.chance(0.12) ? 'begonnen' : 'leer')
    if (state === 'leer') return []
    const typed = inventAnswers(instrument, profile, einwohner, random)
    if (state === 'begonnen') return [{ participantId: id, typed: firstHalf(instrument, typed), justifications: [] }]

    const raw = { ...typed, gkz }
    const cells = readCells(instrument, raw)
    const justifications = findingsOf(instrument, raw, cells, { unit: gkz, register }).map(({ check, values }) => {
      const { reason, text } = random.pick(profile.justifications) ?? { reason: '', text: '' }
      return { check, values, reason, text }
    })
    const content = contentOf(instrument, cells, justifications)
    return [
      { participantId: id, typed, justifications, submitted: { content, daysAgo: Math.floor(random.next() * 20) } },
    ]
  })
}

/** A draft: the first sections only, with one number that does not fit. */
function firstHalf(instrument: Instrument, typed: Record<string, string>): Record<string, string> {
  const half = instrument.sections.slice(0, Math.ceil(instrument.sections.length / 2))
  const names = new Set(
    half.flatMap(({ questions }) => questions.flatMap(({ variables }) => variables.map(({ name }) => name))),
  )
  const kept = Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)))
  const summed = instrument.checks.find((check) => check.kind === 'sum' && check.left.every((name) => name in kept))
  const first = summed !== undefined && 'left' in summed ? summed.left[0] : undefined
  return first === undefined ? kept : { ...kept, [first]: String(Number(kept[first]) + 3) }
}
