import { Random } from '../../server/demo/random.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { idsOf, landOf } from './country.ts'
import { stride } from './layout.ts'

/** A Kommune with its place among all of the country. */
export interface Kommune {
  gkz: string
  validFrom: string
  at: number
}

export interface AskedWave {
  wave: string
  place: number
  instrument: Instrument
}

/** Everything is drawn from the seed and the key, so that it is the same wherever it is written. */
const drawing = (seed: string, ...of: string[]) => new Random([seed, ...of].join(' '))

/** More than a country has. */
const mostKommunen = 20_000

const participantOf = ({ gkz, at }: Kommune, { place }: AskedWave) =>
  idsOf(landOf(gkz).server).from + place * mostKommunen + at

/** States come one after the other, over all servers; those of a server leave its own number. */
const stateOf = ({ gkz, at }: Kommune, { place }: AskedWave, change: number) =>
  stride * (1 + (place * mostKommunen + at) * 4 + change) + landOf(gkz).server

/** Above all that is loaded. */
export const firstFreeState = stride * (1 + mostKommunen * 4 * 10)

const timeOf = (state: number) => new Date(Date.UTC(2019, 0, 1) + state * 1_000).toISOString()

const line = (...cells: (string | number | null)[]) =>
  `${cells.map((cell) => (cell === null ? '\\N' : String(cell).replaceAll('\\', '\\\\'))).join('\t')}\n`

/** The columns that are copied, by table. */
export const copied = {
  participant: 'id, wave_id, gkz, gemeinde_valid_from, created_at',
  submission:
    'id, state, participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications, content_hash, submitted_at',
  amendment: 'participant_id, field, was, became, reason, source, note, at, state',
  data_state: 'number, at, what',
  observation: 'series_id, batch_id, starts, value, region, missing, uncertain',
} as const

export type CopiedTable = keyof typeof copied

export function* participantLines(asked: AskedWave, kommunen: readonly Kommune[]): Generator<string> {
  for (const one of kommunen)
    yield line(participantOf(one, asked), asked.wave, one.gkz, one.validFrom, '2018-06-01T00:00:00Z')
}

type Answers = Record<string, number | string | true>

interface Change {
  state: number
  what: 'submission' | 'amendment'
}

interface Answered {
  participant: number
  /** The second one is the Kommune's correction. */
  given: (Change & { revision: number; answers: Answers; receipt: string })[]
  amended?: Change & { field: string; was: number }
}

/** What Kommunen answered: most did, some corrected it, of a few the office knew better. */
export function* answered(seed: string, asked: AskedWave, kommunen: readonly Kommune[]): Generator<Answered> {
  const { wave, instrument } = asked
  for (const one of kommunen) {
    const random = drawing(seed, wave, one.gkz)
    if (!random.chance(0.85)) continue
    const answers = answersOf(instrument, random)
    const number = instrument.variables.find(({ name, type }) => type === 'count' && typeof answers[name] === 'number')
    const given = (change: number, own: Answers) => ({
      state: stateOf(one, asked, change),
      what: 'submission' as const,
      revision: change + 1,
      answers: own,
      receipt: `${wave}-${one.gkz}-${change + 1}`,
    })
    const corrected = random.chance(0.05) && number ? { ...answers, [number.name]: random.pick([1, 5, 80]) ?? 1 } : null
    yield {
      participant: participantOf(one, asked),
      given: [given(0, answers), ...(corrected ? [given(1, corrected)] : [])],
      ...(!corrected &&
        number &&
        random.chance(0.01) && {
          amended: {
            state: stateOf(one, asked, 2),
            what: 'amendment' as const,
            field: number.name,
            was: answers[number.name] as number,
          },
        }),
    }
  }
}

/** Counts around a size of the Kommune, shares with decimals, a choice of each question. */
function answersOf({ variables }: Instrument, random: Random): Answers {
  const answers: Answers = {}
  const size = 5 + 200 * random.next() ** 3
  for (const { name, type, role, options, contact } of variables) {
    if (contact || role === 'derived' || role === 'comment' || role === 'other' || random.chance(0.1)) continue
    if (type === 'count') answers[name] = Math.round(size * random.next())
    else if (type === 'decimal') answers[name] = Math.round(1_000 * random.next()) / 100
    else if (role === 'option' && random.chance(0.3)) answers[name] = true
    else if (options !== undefined && options.length > 0) answers[name] = random.pick(options)?.code ?? ''
  }
  return answers
}

export function* submissionLines({ instrument }: AskedWave, rows: Iterable<Answered>): Generator<string> {
  for (const { participant, given } of rows)
    for (const { state, revision, answers, receipt } of given)
      yield line(
        ...[
          participant + 3 * (participant % 1_000_000_000) + revision,
          state,
          participant,
          revision,
          receipt,
          instrument.version,
          instrument.hash,
        ],
        ...[JSON.stringify(answers), '{}', '[]', `${participant} ${revision}`, timeOf(state)],
      )
}

export function* amendmentLines(rows: Iterable<Answered>): Generator<string> {
  for (const { participant, amended } of rows)
    if (amended !== undefined)
      yield line(
        ...[participant, amended.field, amended.was, amended.was + 3, 'counted', 'call', 'nachgezählt'],
        ...[timeOf(amended.state), amended.state],
      )
}

export function* stateLines(rows: Iterable<Answered>): Generator<string> {
  for (const { given, amended } of rows)
    for (const { state, what } of [...given, ...(amended ? [amended] : [])]) yield line(state, timeOf(state), what)
}

export interface MonthlyRows {
  series: readonly number[]
  batch: number
  /** The first days. */
  months: readonly string[]
}

/** With decimals, so that a sum in another order is another sum; some are secret. In pieces, since there are millions. */
export function* observationLines(
  seed: number,
  { series, batch, months }: MonthlyRows,
  kommunen: readonly Kommune[],
): Generator<string> {
  for (const [row, one] of series.entries())
    for (const [column, month] of months.entries()) {
      let piece = ''
      for (const { gkz, at } of kommunen) {
        const drawn = mixed(seed + at * 7_919 + column * 104_729 + row * 1_299_709)
        const value = drawn % 50 === 0 ? '\\N' : `${(drawn % 100_000) / 10}`
        piece += `${one}\t${batch}\t${month}\t${value}\t${gkz}\t${value === '\\N' ? 'geheim' : '\\N'}\tf\n`
      }
      yield piece
    }
}

/** A number that has nothing to do with its neighbours (murmur3). */
function mixed(number: number): number {
  let hash = number | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
