import t from 'tap'
import { hidden } from '../../../analysis/disclosure/hidden.ts'
import { oncePerVerbund } from '../../../analysis/groups/once-per-verbund.ts'
import { sharedWorkSentences } from '../../../analysis/report/shared-work.ts'
import { alone, kommunen, landkreis } from '../../support/goeppingen.ts'

/** What each Kommune of the Landkreis Göppingen says: those on their own 1, all others the team of the Landkreis. */
const figures = (team: number) =>
  kommunen.map((unit) =>
    alone.includes(unit) ? { unit, verbund: unit, value: 1 } : { unit, verbund: landkreis, value: team },
  )

/** The same in other Kreise, so that no single Landkreis can be reckoned. */
const elsewhere = (count: number) =>
  Array.from({ length: count }, (_, at) => String(211 + at)).flatMap((kreis) =>
    ['001', '002', '003'].map((end) => ({ unit: `${kreis}${end}`, verbund: `${kreis}000`, value: 2.5 })),
  )

t.test('the team of the Landkreis of 2018, counted in each of its 33 Kommunen, is one of 8.05 VZÄ', (t) => {
  const { overKommunen, oncePerVerbund: once, several } = oncePerVerbund([...figures(8.05), ...elsewhere(2)])
  // By hand: 33 × 8.05 + 5 × 1 + 6 × 2.5 and 8.05 + 5 × 1 + 2 × 2.5.
  t.equal(Math.round(Number(overKommunen) * 100) / 100, 285.65)
  t.equal(Math.round(Number(once) * 100) / 100, 18.05)
  t.equal(several, 3)
  const [warning, counted] = sharedWorkSentences([oncePerVerbund([...figures(8.05), ...elsewhere(2)])])
  t.match(warning, /in jeder dieser Kommunen mitgezählt.*mehrfach/)
  t.match(counted, /Je Antragsverbund einmal gezählt.*18,05 statt 285,7; in 3 Antragsverbünden/)
  t.end()
})

t.test(
  'of one Landkreis alone the difference would tell its team: it is said that it counts several times, no more',
  (t) => {
    const one = oncePerVerbund(figures(8.05))
    t.match(one, { oncePerVerbund: hidden, several: hidden })
    t.equal(Math.round(Number(one.overKommunen) * 100) / 100, 270.65)
    t.equal(sharedWorkSentences([one]).length, 1)
    t.end()
  },
)

t.test('whoever belongs to no Verbund stands for itself, and two tell nothing', (t) => {
  const own = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ unit: `1${at}`, verbund: undefined, value: 2 }))
  t.match(oncePerVerbund(own(4)), { overKommunen: 8, oncePerVerbund: 8, several: 0 })
  t.match(oncePerVerbund(own(2)), { overKommunen: hidden, oncePerVerbund: hidden })
  t.match(oncePerVerbund([]), { overKommunen: 0, oncePerVerbund: 0, several: 0 })
  t.end()
})
