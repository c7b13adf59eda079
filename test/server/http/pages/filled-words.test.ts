import t from 'tap'
import { filledWords } from '../../../../server/http/pages/filled-words.ts'

t.test('how much is filled in is told in singular and plural', async (t) => {
  t.equal(filledWords({ filled: 12, total: 40 }), '12 von 40 Feldern')
  t.equal(filledWords({ filled: 0, total: 1 }), '0 von 1 Feld')
})
