import t from 'tap'
import { partsOf, readAsked, typedBreakdown } from '../../../analysis/indicators/breakdown.ts'

const asked: [string, string, string, string | undefined][] = [
  ['schutzsuchende', 'schutzsuchende', '', undefined],
  ['schutzsuchende@2017', 'schutzsuchende', '', '2017'],
  ['schutzsuchende:GES=GESW', 'schutzsuchende', 'GES=GESW', undefined],
  ['schutzsuchende:STAAG5=ST475,GES=GESW@2018-12', 'schutzsuchende', 'GES=GESW;STAAG5=ST475', '2018-12'],
  ['einwohner:GES=GESW;NAT=NATA', 'einwohner', 'GES=GESW;NAT=NATA', undefined],
  ['einwohner_herkunft:Kopf1=Asien, gesamt,GES=GESM', 'einwohner_herkunft', 'GES=GESM;Kopf1=Asien, gesamt', undefined],
]
for (const [text, code, breakdown, time] of asked) {
  t.test(`„${text}“ is read`, async (t) => t.strictSame(readAsked(text), { code, breakdown, time }))
}

t.test('what is typed is what is kept, with commas', async (t) => {
  t.equal(typedBreakdown('GES=GESW;NAT=NATA'), 'GES=GESW,NAT=NATA')
  t.equal(readAsked(`einwohner:${typedBreakdown('GES=GESW;NAT=NATA')}`).breakdown, 'GES=GESW;NAT=NATA')
  t.strictSame(partsOf('GES=GESW;X=a=b'), [
    { variable: 'GES', attribute: 'GESW' },
    { variable: 'X', attribute: 'a=b' },
  ])
})
