import t from 'tap'
import { assigned } from '../../../server/form-file/foreign/assign.ts'
import { targetFields } from '../../../surveys/foreign-table/target-fields.ts'
import { published } from '../../support/published.ts'

const own = targetFields(await published('umfrage-1'))

const rows = (words: string[], remembered: Record<string, string>) =>
  assigned(
    words.map((one) => ({ words: one, value: '5', percent: false, place: '', fault: '' })),
    {
      own,
      isPart: false,
      known: { sure: new Map(Object.entries(remembered)), unsure: new Map(), elsewhere: new Set() },
    },
  ).map(({ isKnown, text }) => (isKnown ? text : `? ${text}`))

t.test("last year's number is not placed again beside a new one of this year", async (t) => {
  const field = 'zp_status_duldung'
  const called = own.get(field)?.called ?? ''
  const before = { 'Duldung · 31.12.2025': '', 'Duldung · 30.06.2026': field }
  t.strictSame(rows(['Duldung · 31.12.2025', 'Duldung · 30.06.2026'], before), ['', called], 'the same table again')
  t.strictSame(rows(['Duldung · 30.06.2026', 'Duldung · 31.12.2026'], before), ['? ', '? '], 'both are asked for')
  t.strictSame(rows(['Quer · 2025', 'Quer · 2026'], { 'Quer · 2025': field }), ['? ', '? '])
  t.strictSame(rows(['Duldung · 30.06.2026', 'Gestattung'], before), [called, '? '], 'nothing of the same is new')
})
