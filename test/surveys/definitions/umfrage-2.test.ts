import t from 'tap'
import { published } from '../../support/published.ts'

const instrument = await published('umfrage-2')

t.test('who answered is contact data', async (t) => {
  t.ok(instrument.variable.get('kuerzel')?.contact)
})

t.test('what excludes the rest, and what is to be named', async (t) => {
  const { checks, variables } = instrument
  const exclusive = checks.flatMap((check) => (check.kind === 'exclusive' ? [check.option] : []))
  t.strictSame(exclusive, ['vor_wer_niemand', 'absprache_nein'])
  t.strictSame(
    variables.filter(({ role }) => role === 'other').map(({ number }) => number),
    ['F36', 'F39', 'F42', 'F43', 'F44', 'F45', 'F46', 'F47', 'F47', 'F47'],
  )
})
