import t from 'tap'
import { comparePanel } from '../../../server/evaluation/compare-panel.ts'
import { Forms } from '../../../server/forms/form.ts'
import { storeImNummern, storeVerbuende } from '../../../server/store/verbuende.ts'
import { defined } from '../../support/defined.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'

const waves = ['umfrage-1', 'umfrage-4']
const validity = { valid_from: '2018-01-01', valid_to: null }

/**
 * Groups of four Kommunen with two persons each: the first names the first two Kommunen, the second names none. The share that the
 * first one states grows from group to group, and with it the change between the waves.
 */
async function plantedWorld(world: FreshDatabase): Promise<void> {
  const units = (await withRegistry(world)).slice(100, 220)
  const rows = await world.db.selectFrom('gemeinde').select(['gkz', 'valid_from']).where('gkz', 'in', units).execute()
  const since = new Map(rows.map((row) => [row.gkz, row.valid_from]))
  const group = (place: number) => Math.floor(place / 4)
  const verbund = (place: number) => units[4 * group(place)] as string
  const members = units.map((gkz, place) => ({
    gkz,
    verbund: verbund(place),
    name: 'Verbund',
    gemeinde_valid_from: since.get(gkz) as string,
    ...validity,
  }))
  const numbers = units.flatMap((gkz, place) => (place % 4 === 0 ? [`${gkz}-001`, `${gkz}-002`] : []))
  await storeVerbuende(world.db, members, { synthetic: true })
  await storeImNummern(
    world.db,
    numbers.map((number) => ({ im_nummer: number, verbund: number.slice(0, 6), ...validity })),
  )
  await addWave(world, 'umfrage-1', units, () => ({ zp_gesamt: 100 }))
  await addWave(world, 'umfrage-4', units, (_unit, place) => ({ zp_gesamt: 100 + group(place) + (place % 3) }))
  await addWave(world, 'umfrage-3', numbers, (number) => {
    const place = units.indexOf(number.slice(0, 6))
    const first = number.endsWith('001')
    return {
      ...(first ? { kommunen: `${units[place]} ${units[place + 1]} 999999` } : {}),
      klienten_ohne_auftrag: first ? group(place) : 0,
      klienten_anzahl: group(place) < 15 ? 'unter_40' : '40_59',
    }
  })
}

t.test('Kommunen divided by what their Integrationsmanager/-innen answered', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  await plantedWorld(world)
  const forms = new Forms()
  const compare = (by: string) => comparePanel(world, forms, { waves, variables: ['zp_gesamt'], by })

  t.test('thirds by a number: the planted order of changes is found again', async (t) => {
    const { compared, provenance } = await compare('umfrage-3:klienten_ohne_auftrag')
    const groups = compared.variables[0]?.steps[0]?.groups ?? []
    t.strictSame(
      groups.map(({ code, size }) => [code, size.units]),
      [
        ['1', 62],
        ['2', 18],
        ['3', 40],
      ],
      'sixty Kommunen that only the silent persons stand for, and the one group with 0',
    )
    const changes = groups.slice(1).map(({ result }) => (result?.kind === 'number' ? defined(result.change).change : 0))
    t.ok((changes[1] ?? 0) > (changes[0] ?? 0) + 8, changes.join(' '))
    t.match(
      provenance.grouping,
      /umfrage-3 Fassung 2\.0\.0: 60 Personen, davon 30 den Kommunen zugeordnet, die sie nennen, 30 allen ihres Verbunds; 30 Nennungen gibt es nicht; Verbünde am 31\.12\.2999$/,
    )
  })

  t.test('a choice groups by what most chose; without the wave its name says nothing of Kommunen', async (t) => {
    const { compared } = await compare('umfrage-3:klienten_anzahl')
    t.strictSame(
      compared.variables[0]?.steps[0]?.groups.map(({ code, size }) => [code, size.units]),
      [
        ['unter_40', 60],
        ['40_59', 60],
      ],
    )
    await t.rejects(compare('klienten_anzahl'), { name: 'InputError', message: /lässt sich nicht gruppieren/ })
    await t.rejects(compare('umfrage-3:klienten_anzal'), { message: /Meinen Sie „klienten_anzahl“\?/ })
  })
})
