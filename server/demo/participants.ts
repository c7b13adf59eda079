import { isClosed } from '../../surveys/answer/cells.ts'
import { findingsOf } from '../../surveys/answer/finding.ts'
import type { Justification } from '../../surveys/answer/justification.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { contentOf, type SubmissionContent } from '../../surveys/answer/submission.ts'
import type { LastWave, Surroundings } from '../../surveys/answer/surroundings.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { Invented } from '../store/invented.ts'
import type { Facts } from './facts.ts'
import { inventAnswers } from './invent.ts'
import type { Profile, State } from './profile.ts'
import { Random } from './random.ts'

export interface Asked {
  id: number
  facts: Facts
}

/** How far somebody is, and the random numbers that go on from there. */
export function beginAnswers(profile: Profile, facts: Facts): { state: State; random: Random } {
  const random = new Random(`${profile.wave} ${facts.unit}`)
  const shown = profile.shown.find(({ unit }) => unit === facts.unit)
  return { state: shown?.state ?? stateOf(profile, facts, random), random }
}

/**
 * Invents submissions and some drafts. Larger Kommunen answer more often, and those who did before, as in the real surveys.
 * `comments` are what each of them has written besides.
 */
export function inventParticipants(
  instrument: Instrument,
  profile: Profile,
  asked: readonly Asked[],
  register: Register,
  comments: ReadonlyMap<string, Record<string, string>> = new Map(),
): Invented[] {
  return asked.flatMap(({ id, facts }): Invented[] => {
    const { unit } = facts
    const { state, random } = beginAnswers(profile, facts)
    if (state === 'leer') return []
    const invented = { ...inventAnswers(instrument, profile, facts, random), ...comments.get(unit) }
    const last = lastOf(profile, facts)
    const typed = onlyAsked(instrument, invented, { unit, register, last })
    if (state === 'begonnen') return [{ participantId: id, typed: firstHalf(instrument, typed), justifications: [] }]

    const known = { ...facts, register, earlier: facts.earlier }
    const { content, justifications } = handedIn(instrument, profile, typed, known, random)
    return [
      { participantId: id, typed, justifications, submitted: { content, daysAgo: Math.floor(random.next() * 20) } },
    ]
  })
}

interface Known extends Pick<Facts, 'unit' | 'chosen'> {
  register: Register
  /** The numbers of an earlier wave. */
  earlier: Facts['earlier'] | undefined
}

/** What somebody sends who has typed this, with a reason for whatever does not fit. */
export function handedIn(
  instrument: Instrument,
  profile: Pick<Profile, 'earlier' | 'justifications'>,
  typed: Record<string, string>,
  { unit, register, ...known }: Known,
  random: Random,
): { content: SubmissionContent; justifications: Justification[] } {
  const own = ownField(instrument)
  const raw = own === undefined ? typed : { ...typed, [own]: unit }
  const around = { unit, register, last: lastOf(profile, known) }
  const cells = readCells(instrument, raw, around)
  const justifications = findingsOf(instrument, raw, cells, around).map(({ check, values }) => {
    const offered = new Set(instrument.reasonsOf.get(check)?.map(({ code }) => code))
    const fitting = profile.justifications.filter(({ reason }) => offered.has(reason))
    const { reason, text } = random.pick(fitting) ?? { reason: '', text: '' }
    return { check, values, reason, text }
  })
  return { content: contentOf(instrument, cells, justifications), justifications }
}

const lastOf = (
  { earlier: wave = '' }: Pick<Profile, 'earlier'>,
  { earlier, chosen }: Partial<Pick<Known, 'earlier' | 'chosen'>>,
): LastWave | undefined =>
  earlier && { wave, title: '', stichtag: '', values: earlier, ...(chosen && { words: chosen }) }

/** Nobody writes where nothing is asked. */
function onlyAsked(
  instrument: Instrument,
  typed: Record<string, string>,
  around: Surroundings,
): Record<string, string> {
  if (instrument.filters.length === 0) return typed
  const cells = readCells(instrument, typed, around)
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !isClosed(cells, name)))
}

function stateOf({ response, earlier }: Profile, facts: Facts, random: Random): State {
  const before = earlier === undefined || facts.earlier !== undefined ? 0 : response.newcomers
  const answers = random.chance(response.base + response.size * Math.log(1 + facts.einwohner / 1000) - before)
  if (answers) return 'abgesendet'
  return random.chance(0.12) ? 'begonnen' : 'leer'
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
