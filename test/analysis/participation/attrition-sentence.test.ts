import t from 'tap'
import { attritionSentence } from '../../../analysis/report/attrition-sentence.ts'

type Given = Parameters<typeof attritionSentence>[0]

const test = (pHolm: number) => ({ chiSquare: 1, df: 1, p: pHolm, pHolm, cramersV: 0.1, enoughExpected: true })
const characteristic = (label: string, pHolm: number) =>
  ({ name: label, label, classes: [], tests: { both: test(pHolm) } }) as unknown as Given['characteristics'][number]
const given = (characteristics: Given['characteristics'], yes: number | 'verdeckt' = 529): Given => {
  const both = { yes, of: 1101, interval: [0, 1] } as unknown as Given['rates']['both']
  return { units: 1101, rates: { both } as Given['rates'], characteristics }
}
const begin = '529 von 1.101 Kommunen, die in beiden Wellen befragt wurden, haben beide Male geantwortet (48,0 %). '

t.equal(
  attritionSentence(given([characteristic('Größe', 0.0098), characteristic('Kreis', 0.051)]), 'Kommunen'),
  `${begin}Die Fehlenden unterscheiden sich von den anderen nach: Größe; nach den übrigen Merkmalen ist kein Unterschied zu sehen.`,
)
t.equal(
  attritionSentence(given([characteristic('Größe', 0.3)]), 'Kommunen'),
  `${begin}Kein Merkmal aus dem Register zeigt, dass sich die Fehlenden von den anderen unterscheiden.`,
)
t.equal(
  attritionSentence(given([]), 'Kommunen'),
  `${begin}Ob sich die Fehlenden unterscheiden, lässt sich nicht prüfen.`,
)
