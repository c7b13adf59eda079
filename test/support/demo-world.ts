import type { Test } from 'tap'
import type { Db } from '../../server/database/database.ts'
import { numbersOfSurvey } from '../../server/store/last-wave.ts'
import { readRegister } from '../../server/store/register.ts'
import { listWaves } from '../../server/store/waves.ts'
import { findingsOf } from '../../surveys/answer/finding.ts'
import { validityOf } from '../../surveys/answer/justification.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { rawOf } from '../../surveys/answer/submission.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { amount } from './amount.ts'

/** How many answers the waves have, about. */
const expected: [wave: string, participants: number, submitted: number][] = [
  ['umfrage-0', 1101, 800],
  ['umfrage-1', 1101, 700],
  ['umfrage-2', 1101, 800],
  ['umfrage-3', 1050, 560],
  ['umfrage-4', 1101, 640],
  ['folgewelle', 1101, 500],
]

/** The waves in which many meet a check that asks for a reason. */
const signals = new Set(['umfrage-1', 'umfrage-2', 'umfrage-4', 'folgewelle'])

/** The checks between choices and numbers, which hold but for a slip here and there. */
const kinds = new Set(['implies', 'area', 'format'])

/** Six waves with answers that fit or are justified. */
export async function isDemoWorld(t: Test, db: Db): Promise<void> {
  const counting = (await listWaves(db)).filter(({ id, test }) => !test && !id.startsWith('kennzahlen'))
  const waves = new Map(counting.map((wave) => [wave.id, wave]))
  t.equal(waves.size, expected.length)
  const register = await readRegister(db)
  const before = await numbersOfSurvey(db, 'umfrage-1')
  const between = await numbersOfSurvey(db, 'umfrage-4')
  const earlier: Readonly<Record<string, typeof before>> = { 'umfrage-4': before, folgewelle: between }
  for (const [id, participants, about] of expected) {
    const wave = waves.get(id)
    t.match(wave, { synthetic: true, open: true, participants })
    t.ok(Math.abs(Number(wave?.submitted) - about) <= 50, `${id}: ${wave?.submitted} submissions`)
    const last = earlier[id] ?? new Map()
    const rows = await submissionsOf(db, id)
    const looked = rows.filter((_row, index) => index % amount(4, 1) === 0)
    const problems = await Promise.all(looked.map((row) => openProblems(id, row, register, last.get(row.unit))))
    t.strictSame(problems.flat(), [], `${id}: nothing is left open`)
    t.ok(shareOf(rows, ({ comments }) => Object.keys(comments).length > 0) > 0.05, `${id}: comments are there`)
    const justified = shareOf(rows, ({ justifications }) => justifications.length > 0)
    const contradicting = shareOf(rows, ({ justifications }) =>
      justifications.some((one) => kinds.has(kindOf(id, one.check))),
    )
    t.ok(contradicting < 0.03, `${id}: ${contradicting} in which a choice does not fit`)
    if (signals.has(id)) t.ok(justified > 0.02 && justified < 0.6, `${id}: ${justified} with justifications`)
  }

  const first = await submissionsOf(db, 'umfrage-1')
  t.ok(shareOf(first, ({ answers }) => answers.zp_status_nv === true) > 0.04, 'not available is there')
  t.ok(shareOf(first, ({ answers }) => answers.zp_gesamt === undefined) < 0.05, 'blanks are rare')
  const again = (await submissionsOf(db, 'umfrage-4')).filter(({ unit }) => before.has(unit)).length
  t.ok(Math.abs(again - 520) <= 40, `${again} in Umfragen 1 and 4`)
  const third = (await submissionsOf(db, 'folgewelle')).filter(
    ({ unit }) => before.has(unit) && between.has(unit),
  ).length
  t.ok(Math.abs(third - 300) <= 30, `${third} in all three`)
  const verbuende = new Set((await submissionsOf(db, 'umfrage-3')).map(({ unit }) => unit.slice(0, 6)))
  t.ok(verbuende.size > 100, `${verbuende.size} Verbünde in Umfrage 3`)
  t.ok([...verbuende].some((verbund) => verbund.endsWith('000')) && [...verbuende].some((v) => !v.endsWith('000')))
}

const shareOf = (rows: readonly Submitted[], holds: (row: Submitted) => boolean) =>
  rows.filter(holds).length / rows.length

type Submitted = Awaited<ReturnType<typeof submissionsOf>>[number]

function submissionsOf(db: Db, wave: string) {
  return db
    .selectFrom('submission')
    .innerJoin('participant', 'participant.id', 'submission.participant_id')
    .select(['unit', 'answers', 'comments', 'justifications'])
    .where('wave_id', '=', wave)
    .execute()
}

async function openProblems(
  survey: string,
  row: Submitted,
  register: Register,
  values: ReadonlyMap<string, number> | undefined,
) {
  const instrument = await instrumentOf(survey)
  const raw = rawOf(instrument, row)
  const last = values && { wave: 'umfrage-1', title: '', stichtag: '', values }
  const around = { unit: row.unit, register, ...(last === undefined ? {} : { last }) }
  return findingsOf(instrument, raw, readCells(instrument, raw), around).filter(
    ({ check, values }) =>
      !row.justifications.some((one) => one.check === check && validityOf(one.values) === validityOf(values)),
  )
}

const kindOf = (survey: string, check: string) =>
  instruments.get(survey)?.checks.find(({ id }) => id === check)?.kind ?? ''

const instruments = new Map<string, Instrument>()

async function instrumentOf(survey: string): Promise<Instrument> {
  const instrument = instruments.get(survey) ?? (await loadInstrument(survey))
  if (instrument === undefined) throw new Error(`${survey} is missing`)
  instruments.set(survey, instrument)
  return instrument
}
