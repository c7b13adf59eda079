import t from 'tap'
import { answerColumns } from '../../../surveys/codebook/columns.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { loadNamed } from '../../../surveys/definition/load.ts'

const load = async (name: string) => (await loadNamed(name)) as Instrument

for (const survey of [0, 1, 2, 3, 4].map((number) => `umfrage-${number}`)) {
  t.test(`${survey}: the second version keeps every column of the first`, async (t) => {
    const [first, second] = [await load(`${survey}.v1`), await load(`${survey}.v2`)]
    t.equal(first.version, '1.0.0')
    t.equal(second.version, '2.0.0')
    const columns = (instrument: Instrument) =>
      answerColumns(instrument).map(({ name, variable }) => `${name} ${variable.type}`)
    const now = new Set(columns(second))
    t.strictSame(
      columns(first).filter((column) => !now.has(column)),
      [],
    )
  })
}

t.test('what each version assumes beyond the print is named', async (t) => {
  for (const [survey, words] of [
    ['umfrage-1.v2', ['Feld für einen Kommentar', 'Kästchen']],
    ['umfrage-2.v2', ['Name der Kommune', 'Kästchen']],
    ['umfrage-3.v2', ['Kästchen']],
    ['umfrage-4.v2', ['Name der Kommune', 'Ländereinteilung', 'Kästchen']],
  ] as const) {
    const assumed = (await load(survey)).assumed.join(' ')
    for (const word of words) t.match(assumed, word, survey)
  }
})

t.test('the restriction to Anschlussunterbringung stands in each question that it holds for', async (t) => {
  const { questions } = await load('umfrage-2.v2')
  for (const id of ['vor_wer', 'vor_personen', 'nach_wer', 'nach_personen']) {
    const { title = '', help = '' } = questions.get(id) ?? {}
    t.match(title, /Anschlussunterbringung/, id)
    t.match(help, /Stadtkreisen .*vorläufige/, id)
  }
})
