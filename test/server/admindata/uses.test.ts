import t from 'tap'
import { useLines } from '../../../server/admindata/use-lines.ts'
import { admindataWorld, flatFile } from '../../support/admindata.ts'

const women = { sex: 'GESW', measure: 'BEV030' } as const
const men = { sex: 'GESM', measure: 'BEV030' } as const

t.test('an import says what can be used of it: a whole, what is made of parts, or parts alone', async (t) => {
  const { load } = await admindataWorld(t)
  const usesOf = async (...rows: Parameters<typeof flatFile>) => {
    const { summary } = await load('datei.csv', flatFile(...rows), {}, { preview: true })
    return summary.uses ?? []
  }
  const whole = await usesOf({ key: '08115', value: 9 }, { key: '08115', value: 4, sex: 'GESW' })
  t.match(whole, [{ indicator: 'einwohner', whole: 'given', breakdowns: ['GES=GESW'], breakdownCount: 1 }])
  t.strictSame(useLines(whole), [])

  const made = await usesOf(
    { key: '08115', value: 5, ...women },
    { key: '08115', value: 5, ...men },
    { key: '08117', value: 5, ...men },
  )
  t.match(made, [{ indicator: 'schutzsuchende', whole: 'made', made: 1, incomplete: 1 }])
  t.strictSame(useLines(made), [
    'schutzsuchende: Die Gesamtzahl ist die Summe der Teile, für eine Einheit; für eine Einheit nicht, weil ein Teil fehlt oder keine Zahl hat.',
  ])

  const secret = await usesOf({ key: '08115', value: 5, ...women }, { key: '08115', value: '.', ...men })
  t.strictSame(useLines(secret), [
    'Achtung: Nichts davon kann ein Indikator so verwenden, wie es ist; es sind nur Teile.',
    'schutzsuchende: keine Gesamtzahl; sie ließe sich aus den Teilen bilden, aber für eine Einheit nicht, weil ein Teil fehlt oder keine Zahl hat. Verwenden lässt sich ein Teil: schutzsuchende:GES=GESM | schutzsuchende:GES=GESW',
  ])

  const parts = await usesOf({ key: '08115', value: 5, sex: 'GESW' })
  t.strictSame(useLines(parts), [
    'Achtung: Nichts davon kann ein Indikator so verwenden, wie es ist; es sind nur Teile.',
    'einwohner: keine Gesamtzahl. Verwenden lässt sich ein Teil: einwohner:GES=GESW',
  ])
})
