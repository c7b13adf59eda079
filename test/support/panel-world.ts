import { sql } from 'kysely'
import { newReceiptNumber } from '../../server/domain/receipt-number.ts'
import { importShippedRegistry } from '../../server/registry/import-registry.ts'
import type { WantedData } from '../../server/store/panel-answers.ts'
import { createWave } from '../../server/store/waves.ts'
import type { Justification } from '../../surveys/answer/justification.ts'
import { exportWave } from './export-wave.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { newWave, published } from './published.ts'

type World = Pick<FreshDatabase, 'db'>

/** What somebody answered, by variable. */
export type Answers = Record<string, number | string | true>

/** All Kommunen, in the order of their keys; read in where the database was not begun with them. */
export async function withRegistry({ db }: World): Promise<string[]> {
  const { count } = await db
    .selectFrom('gemeinde')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) < 1_000) await importShippedRegistry(db)
  const rows = await db.selectFrom('gemeinde').select('gkz').where('valid_to', 'is', null).orderBy('gkz').execute()
  return rows.map(({ gkz }) => gkz)
}

/** Their inhabitants. */
export async function populations({ db }: World): Promise<Map<string, number>> {
  const rows = await db.selectFrom('gemeinde').select(['gkz', 'population']).where('valid_to', 'is', null).execute()
  return new Map(rows.map(({ gkz, population }) => [gkz, population ?? 0]))
}

/** A wave that asks some Kommunen; those who answer do so at once. Gives the state of the data after it. */
export async function addWave(
  { db }: World,
  survey: string,
  units: readonly string[],
  answersOf: (unit: string, place: number) => Answers | undefined,
): Promise<number> {
  const instrument = await published(survey)
  const participants = await createWave(db, { ...newWave(instrument, units), ownField: undefined })
  const ids = new Map(participants.map(({ id, unit }) => [unit, id]))
  const rows = units.flatMap((unit, place) => {
    const answers = answersOf(unit, place)
    return answers === undefined ? [] : [submission(ids.get(unit) ?? 0, 1, answers, instrument)]
  })
  for (let start = 0; start < rows.length; start += 500)
    await db
      .insertInto('submission')
      .values(rows.slice(start, start + 500))
      .execute()
  return lastState({ db })
}

/** A correction of what a Kommune answered, with reasons for what does not fit. */
export async function correct(
  { db }: World,
  wave: string,
  unit: string,
  answers: Answers,
  justifications: readonly Justification[] = [],
): Promise<number> {
  const instrument = await published(wave)
  const { id } = await db
    .selectFrom('participant')
    .select('id')
    .where('wave_id', '=', wave)
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('submission')
    .values({ ...submission(id, 2, answers, instrument), justifications: JSON.stringify(justifications) })
    .execute()
  return lastState({ db })
}

const submission = (
  participant_id: number,
  revision: number,
  answers: Answers,
  { version, hash }: { version: string; hash: string },
) => ({
  participant_id,
  revision,
  receipt: newReceiptNumber(),
  survey_version: version,
  survey_hash: hash,
  answers: JSON.stringify(answers),
  comments: '{}',
  justifications: '[]',
  content_hash: `${participant_id} ${revision}`,
  editor_id: null,
})

/** The number of the newest state of the data. */
export async function lastState({ db }: World): Promise<number> {
  const { rows } = await sql<{ number: number | null }>`select max(number) as number from data_state`.execute(db)
  return rows[0]?.number ?? 0
}

/** The answers of waves as files that our scripts read. */
export async function exportWaves(
  world: Pick<FreshDatabase, 'db' | 'pool'>,
  waves: readonly string[],
  folder: string,
  data: WantedData = {},
): Promise<void> {
  for (const wave of waves) await exportWave(world, { wave, instrument: await published(wave), ...data }, folder)
}
