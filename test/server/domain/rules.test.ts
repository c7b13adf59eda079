import t from 'tap'
import { remainingDays } from '../../../server/domain/german-time.ts'
import { merge } from '../../../server/domain/merge.ts'
import { networkOf } from '../../../server/domain/network.ts'
import { safeReturn } from '../../../server/http/pages/addresses.ts'

const theirs = (field: string, value: string, before: string | null) => ({
  field,
  value,
  before,
  editor: 'KM',
  savedAt: new Date(0),
})

t.test('different fields merge', async (t) => {
  t.strictSame(merge({ typed: { a: '1' }, whole: false, basis: {} }, [theirs('b', '2', null)]), {
    own: { a: '1' },
    conflicts: [],
  })
})

t.test('the same field with different texts asks', async (t) => {
  const foreign = theirs('a', '2', '0')
  t.strictSame(merge({ typed: { a: '1' }, whole: true, basis: {} }, [foreign]), {
    own: {},
    conflicts: [{ mine: '1', theirs: foreign }],
  })
})

t.test('the same text twice is no conflict', async (t) => {
  t.strictSame(merge({ typed: { a: '2' }, whole: true, basis: {} }, [theirs('a', '2', '0')]), {
    own: {},
    conflicts: [],
  })
})

t.test('a field of a whole page that was not touched leaves the text of the other', async (t) => {
  t.strictSame(
    merge({ typed: { a: '0', b: '' }, whole: true, basis: {} }, [theirs('a', '2', '0'), theirs('b', '3', null)]),
    {
      own: {},
      conflicts: [],
    },
  )
  t.equal(
    merge({ typed: { a: '0' }, whole: false, basis: {} }, [theirs('a', '2', '0')]).conflicts.length,
    1,
    'sent alone, it was touched',
  )
})

t.test('a second thought of the same page is no conflict', async (t) => {
  const page = { typed: { a: '3' }, whole: false, basis: { a: '2' } }
  t.strictSame(merge(page, [theirs('a', '2', '0')]), { own: { a: '3' }, conflicts: [] })
  t.equal(merge(page, [theirs('a', '4', '0')]).conflicts.length, 1, 'unless somebody else was faster')
})

t.test('an IPv6 customer is one network', async (t) => {
  t.equal(networkOf('192.0.2.7'), '192.0.2.7')
  t.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
  t.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2::9'))
  t.not(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'))
  t.equal(networkOf('::1'), '0:0:0:0::/64')
})

t.test('after the login only our own pages are returned to', async (t) => {
  t.equal(safeReturn('/erhebung/umfrage-1/117019/abschnitt/sprache'), '/erhebung/umfrage-1/117019/abschnitt/sprache')
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/erhebung/../intern',
    '/erhebung/a?b',
    '/\\evil',
    ['/erhebung/a'],
    undefined,
  ]) {
    t.equal(safeReturn(next), '')
  }
})

t.test('the last day of a Frist counts', async (t) => {
  t.equal(remainingDays('2019-02-08', 1), 'noch 1 Tag')
  t.equal(remainingDays('2019-02-08', 0), 'endet heute')
  t.equal(remainingDays('2019-02-08', -1), 'abgelaufen am 08.02.2019')
})
