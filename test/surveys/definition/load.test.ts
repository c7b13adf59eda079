import t from 'tap'
import { loadInstrument } from '../../../surveys/definition/load.ts'

t.test('a definition is compiled once for all that ask for it, and again for other dates', async (t) => {
  const first = await loadInstrument('umfrage-1')
  t.equal(await loadInstrument('umfrage-1'), first)
  const later = await loadInstrument('umfrage-1', undefined, { stichtag: '2031-03-31', frist: '2031-05-31' })
  t.match(later, { stichtag: '2031-03-31', frist: '2031-05-31', hash: first?.hash })
  t.match(first?.stichtag, /^20(?!31)/)
})
