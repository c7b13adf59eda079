import t from 'tap'
import { meantBreakdown, partsOf, readAsked, typedBreakdown } from '../../../analysis/indicators/breakdown.ts'

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

t.test('small letters will do where they are clear', async (t) => {
  const known = ['GES=GESW', 'GES=GESM', 'A=b;Z=1', 'x=1', 'X=1']
  t.equal(meantBreakdown('GES=GESW', known), 'GES=GESW')
  t.equal(meantBreakdown('ges=gesw', known), 'GES=GESW')
  t.equal(meantBreakdown('a=B;z=1', known), 'A=b;Z=1')
  t.equal(meantBreakdown('x=1', known), 'x=1')
  t.equal(meantBreakdown('GES=GESD', known), undefined)
})
