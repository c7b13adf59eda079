import t from 'tap'
import { type AskedPerson, whoStandsWhere } from '../../../analysis/rollup/who-stands-where.ts'
import type { WayUp } from '../../../schemas/way-up.ts'
import { wayFrom } from '../../../surveys/ways/load-ways.ts'

const way = (await wayFrom('kennzahlen')) as WayUp
const posted: Record<string, string[]> = {
  '117000-001': ['117019', '117000', '117019'],
  '117000-002': ['118000'],
}
const known = {
  recipientsOf: (number: string) => posted[number] ?? [],
  recipientName: (key: string) => `Empfänger ${key}`,
  kreisName: (key: string) => `Kreis ${key}`,
}
const person = (unit: string): AskedPerson => ({ unit, number: unit, verbund: unit.slice(0, 6) })
const persons = [...['117000-001', '117000-002', '117042-001'].map(person), { unit: 'x', number: null, verbund: null }]

t.test('persons stand with all their recipients, and with their Verbund where none is known', async (t) => {
  const { structure, byNumber, nowhere } = whoStandsWhere(way, 2024, persons, known)
  const above = (id: string) =>
    structure.find((level) => level.id === id)?.units.map((unit) => [unit.key, ...unit.above])
  t.strictSame(above('person'), [
    ['117000-001', '117000', '117019'],
    ['117000-002', '118000'],
    ['117042-001', '117042'],
    ['x'],
  ])
  t.strictSame(above('empfaenger'), [
    ['117000', '117'],
    ['117019', '117'],
    ['117042', '117'],
    ['118000', '118'],
  ])
  t.strictSame(above('kreis'), [['117'], ['118']])
  t.strictSame([...byNumber], ['117042-001'])
  t.strictSame([...nowhere], ['x'])
})

t.test('before there was a level of Kreise, recipients hand over', async (t) => {
  const { structure } = whoStandsWhere(way, 2023, persons, known)
  t.strictSame(
    structure.map(({ id }) => id),
    ['person', 'empfaenger'],
  )
  t.ok(structure[1]?.units.every(({ above }) => above.length === 0))
})
