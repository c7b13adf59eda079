import t from 'tap'
import { chosenParameters, readChosen } from '../../../server/field/chosen.ts'
import { everybody } from '../../../server/field/list-query.ts'

t.test('a selection that cannot be read is nobody, and never all', async (t) => {
  t.strictSame(readChosen({ umfang: 'auswahl', auswahl: 'kreis='.padEnd(2_001, '1') }), { units: [] })
  t.strictSame(readChosen({ umfang: 'auswahl', auswahl: ['kreis=117', 'kreis=211'] }), { units: [] })
  t.strictSame(readChosen({ umfang: 'auswahl' }), { units: [] })
  t.match(readChosen({ umfang: 'auswahl', auswahl: 'kreis=117' }), { query: { ...everybody, kreis: '117' } })
})

t.test('all are meant where the list that was handed over had no filter', async (t) => {
  const all = readChosen({ umfang: 'auswahl', auswahl: '' })
  t.match(all, { query: everybody })
  t.strictSame(readChosen(Object.fromEntries(chosenParameters(all).map(({ name, value }) => [name, value]))), all)
})
