import fc from 'fast-check'
import { sql } from 'kysely'
import t from 'tap'
import { amend } from '../../../server/amendments/amend.ts'
import { undo } from '../../../server/amendments/undo.ts'
import { listAmendments } from '../../../server/store/amendments.ts'
import { answersQuery } from '../../../server/store/answers-query.ts'
import { findWave } from '../../../server/store/waves.ts'
import { amendContext, because, participantsOf } from '../../support/amend-world.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, lastState, withRegistry } from '../../support/panel-world.ts'
import { published } from '../../support/published.ts'

const fields = ['im_alpha', 'zp_gesamt'] as const
type Values = Partial<Record<(typeof fields)[number], number>>

/** What happened to one Kommune, in the order in which it did. */
type Happened = { state: number; unit: string } & (
  | { sent: Values }
  | { id: number; field: (typeof fields)[number]; was: number | null; became: number | null }
  | { undone: number }
)

/** What is used of one in a state of the data: told once more, from what happened alone. */
function expected(
  all: readonly Happened[],
  unit: string,
  state: number,
): { collected: Values; used: Values } | undefined {
  const own = all.filter((one) => one.unit === unit && one.state <= state)
  const sent = own.flatMap((one) => ('sent' in one ? [one.sent] : []))
  const collected = sent.at(-1)
  if (collected === undefined) return undefined
  const gone = new Set(own.flatMap((one) => ('undone' in one ? [one.undone] : [])))
  const used = { ...collected }
  for (const one of own) {
    if (!('id' in one) || gone.has(one.id) || (used[one.field] ?? null) !== one.was) continue
    if (one.became === null) delete used[one.field]
    else used[one.field] = one.became
  }
  return { collected, used }
}

const value = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null })
const step = fc.record({
  unit: fc.nat({ max: 3 }),
  does: fc.constantFrom('send', 'amend', 'amend', 'undo'),
  field: fc.constantFrom(...fields),
  a: value,
  b: value,
  pick: fc.nat({ max: 100 }),
})

t.test('original, resubmission, amendment and undo: whatever the order, all that reads says the same', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { db, pool } = world
  const units = (await withRegistry(world)).slice(0, 4)
  const first = await addWave(world, 'umfrage-1', units, () => ({ im_alpha: 1 }))
  const context = amendContext(world)
  const [ids, wave, instrument] = [
    await participantsOf(world, 'umfrage-1'),
    await findWave(db, 'umfrage-1'),
    await published('umfrage-1'),
  ]
  if (wave === undefined) throw new Error('the wave is there')
  const happened: Happened[] = units.map((unit, place) => ({ state: first - 3 + place, unit, sent: { im_alpha: 1 } }))
  const seen = { held: 0, rested: 0, refused: 0 }

  const did = {
    async send(unit: string, sent: Values) {
      await sql`insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications, content_hash)
        select participant_id, max(revision) + 1, gen_random_uuid()::text, max(survey_version), max(survey_hash), ${JSON.stringify(sent)}::jsonb,
          '{}', '[]', '' from submission where participant_id = ${ids.get(unit) ?? 0} group by participant_id`.execute(
        db,
      )
      happened.push({ state: await lastState(world), unit, sent })
    },
    async amend(unit: string, field: (typeof fields)[number], became: number | null, stale: number | null) {
      const now = expected(happened, unit, Number.MAX_SAFE_INTEGER)?.used[field] ?? null
      const one = { participantId: ids.get(unit) ?? 0, field, became, ...because }
      const amending = (was: number | null) => amend(context, { wave, amendments: [{ ...one, was }], by: undefined })
      if (stale !== now) {
        t.ok('faults' in (await amending(stale)), 'what is not used any more is not amended')
        seen.refused += 1
      }
      if (became === now) return
      const done = await amending(now)
      if ('faults' in done) throw new Error(done.faults.join(' '))
      const [newest] = await listAmendments(db, { participantId: one.participantId })
      happened.push({ state: await lastState(world), unit, id: newest?.id ?? 0, field, was: now, became })
    },
    async undo(unit: string, pick: number) {
      const standing = (await listAmendments(db, { participantId: ids.get(unit) ?? 0 })).filter(
        (one) => one.undoneAt === null,
      )
      const one = standing[pick % Math.max(1, standing.length)]
      if (one === undefined) return
      t.strictSame(await undo(context, { wave, by: undefined, what: { id: one.id } }), { undone: 1 })
      happened.push({ state: await lastState(world), unit, undone: one.id })
    },
  }
  const steps =
    fc.sample(fc.array(step, { minLength: 50, maxLength: 50, size: 'max' }), { numRuns: 1, seed: 20261130 })[0] ?? []
  for (const { unit: place, does, field, a, b, pick } of steps) {
    const unit = units[place] ?? ''
    if (does === 'send')
      await did.send(unit, { ...(a === null ? {} : { im_alpha: a }), ...(b === null ? {} : { zp_gesamt: b }) })
    else if (does === 'amend') await did.amend(unit, field, a, b)
    else await did.undo(unit, pick)
  }

  const newest = await lastState(world)
  const read = async (from: 'submission_in' | 'collected_in', state: number) => {
    const { rows } = await sql<{ unit: string; answers: Values }>`
      select distinct on (p.unit) p.unit, s.answers from ${sql.raw(from)}(${state}) s join participant p on p.id = s.participant_id
      order by p.unit, s.revision desc`.execute(db)
    return new Map(rows.map(({ unit, answers }) => [unit, answers]))
  }
  for (let state = first; state <= newest; state += 1) {
    const [used, collected] = [await read('submission_in', state), await read('collected_in', state)]
    const fileOf = async (values: 'amended' | 'collected') =>
      (await pool.query<Record<string, unknown>>(answersQuery(wave.id, instrument, { state, values }))).rows
    const [file, given] = [await fileOf('amended'), await fileOf('collected')]
    for (const unit of units) {
      const told = expected(happened, unit, state)
      const exportedOf = (all: typeof file) => {
        const line = all.find((row) => row.gkz === unit)
        return Object.fromEntries(
          fields.flatMap((name) => (line?.[name] === null ? [] : [[name, Number(line?.[name])]])),
        )
      }
      if (
        !t.strictSame(
          {
            ...{ collected: collected.get(unit), used: used.get(unit) },
            ...{ exported: exportedOf(file), exportedGiven: exportedOf(given) },
          },
          { collected: told?.collected, used: told?.used, exported: told?.used, exportedGiven: told?.collected },
          `${unit} in state ${state}`,
        )
      )
        return
    }
  }
  for (const unit of units)
    for (const one of await listAmendments(db, { participantId: ids.get(unit) ?? 0 }))
      if (one.undoneAt === null) seen[one.holds ? 'held' : 'rested'] += 1
  t.ok(seen.held > 3 && seen.rested > 3 && seen.refused > 10, `all of it came about: ${JSON.stringify(seen)}`)
})
