import t from 'tap'
import { stateTable } from '../../../server/export/state-table.ts'
import type { Cell, Row, Table } from '../../../server/export/table.ts'
import { waveTables } from '../../../server/export/wave-tables.ts'
import { insertAmendments } from '../../../server/store/amendments.ts'
import { hasStates, stateName } from '../../../surveys/codebook/state-columns.ts'
import { participantsOf } from '../../support/amend-world.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { type Answers, addWave, populations, withRegistry } from '../../support/panel-world.ts'
import { published } from '../../support/published.ts'

async function allRows({ rows }: Table): Promise<Row[]> {
  const all: Row[] = []
  for await (const some of rows.typed()) all.push(...some)
  return all
}

t.test('each state of a value stands beside the one that is used', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const units = (await withRegistry(world)).slice(0, 8)
  const [amended = '', missing = '', absent = ''] = units
  await addWave(world, 'umfrage-1', units, (unit, place) => (unit === absent ? undefined : { zp_gesamt: 50 + place }))
  await addWave(
    world,
    'umfrage-4',
    units,
    (unit, place): Answers => (unit === missing ? { zg_gruppe_duldung: true } : { zp_gesamt: 100 + 2 * place }),
  )
  const ids = await participantsOf(world, 'umfrage-4')
  const amendment = { field: 'zp_gesamt', was: 100, became: 10, beside: {}, follows: {}, note: '' } as const
  await insertAmendments(
    world.db,
    [{ ...amendment, participantId: ids.get(amended) ?? 0, reason: 'typing', source: 'call' }],
    { by: undefined, agreedBy: undefined },
  )
  const instrument = await published('umfrage-4')
  const exported = { wave: 'umfrage-4', instrument, stichtag: instrument.stichtag ?? null, synthetic: false }
  const variables = instrument.variables.filter(({ name }) => ['zp_gesamt', 'zg_gruppe_duldung'].includes(name))
  const table = await stateTable(world.pool, exported, variables, {})
  const rows = new Map(
    (await allRows(table)).map((row): [string, Record<string, Cell>] => [
      String(row[1]),
      Object.fromEntries(table.columns.map(({ name }, place) => [name, row[place] ?? null])),
    ]),
  )
  const people = await populations(world)
  const nothing = { zp_gesamt_ergaenzt: null, zp_gesamt_verfahren: null }
  t.match(rows.get(amended), {
    ...nothing,
    zp_gesamt: 10,
    zp_gesamt_fehlt: null,
    zp_gesamt_erhoben: 100,
    zp_gesamt_erhoben_fehlt: null,
    zp_gesamt_vorwelle: 50,
    zp_gesamt_register: people.get(amended),
    vorwelle: 'umfrage-1',
  })
  t.match(rows.get(absent), {
    ...nothing,
    zp_gesamt: 104,
    zp_gesamt_erhoben: 104,
    zp_gesamt_vorwelle: null,
    vorwelle: null,
  })

  const { ergaenzungen } = await waveTables(world.pool, exported)
  const [completed] = (await allRows(ergaenzungen)).filter((row) => row[2] === 'zp_gesamt')
  t.ok(typeof completed?.[3] === 'number')
  t.match(rows.get(missing), {
    zp_gesamt: null,
    zp_gesamt_fehlt: 'leer',
    zp_gesamt_erhoben: null,
    zp_gesamt_erhoben_fehlt: 'leer',
    zp_gesamt_ergaenzt: completed?.[3],
    zp_gesamt_verfahren: completed?.[4],
    zg_gruppe_duldung: 1,
    zg_gruppe_duldung_erhoben: 1,
  })
  t.notOk(Object.keys(rows.get(missing) ?? {}).some((name) => /duldung_(register|ergaenzt)/.test(name)))
})

t.test('all that has states has names of its own in every survey', async (t) => {
  for (const id of ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4']) {
    const { variables } = await published(id)
    const names = variables.filter(hasStates).map(({ name }) => stateName(name, 'erhoben'))
    t.equal(new Set(names).size, names.length, id)
    t.ok(names.every((name) => `${name}_fehlt`.length <= 32))
  }
})
