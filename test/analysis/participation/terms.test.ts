import t from 'tap'
import { terms, termsIn } from '../../../analysis/report/terms.ts'

const namesIn = (...texts: string[]) => termsIn(texts).map(({ term }) => term)

for (const { term, words, meaning } of terms) {
  t.match(term, words, `${term} is found by its own name`)
  t.match(meaning, /^[^.!?]{30,}\.$/, `${term} is explained in one sentence`)
}
t.strictSame(
  terms.map(({ term }) => term),
  [...new Set(terms.map(({ term }) => term))],
  'each once',
)

t.strictSame(namesIn('χ²(3) = 15,04, p = 0,0018 (nach Holm p = 0,0036), Cramérs V 0,117.'), [
  'χ²',
  'Cramérs V',
  'Holm',
  'p',
])
t.strictSame(namesIn('p (Welch)', 'p (Rang)'), ['p', 'Rang', 'Welch'])
t.strictSame(namesIn('Bootstrap-Intervall (BCa)', 'Hodges-Lehmann-Schätzer', 'Wilcoxon-Test'), [
  'BCa',
  'Bootstrap',
  'Hodges–Lehmann',
  'Wilcoxon',
])
t.strictSame(namesIn('Gewichte: Raking nach Größe'), ['Gewichte', 'Raking'])
t.strictSame(namesIn('Holmgren, Rangliste, Prozent'), [], 'a word as a whole')
