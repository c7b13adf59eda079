import t from 'tap'
import { describedColumns } from '../../../surveys/codebook/describe-columns.ts'
import { loadConcepts } from '../../../surveys/concordance/load-concepts.ts'
import { published } from '../../support/published.ts'

const described = async (id: string) => {
  const instrument = await published(id)
  const columns = describedColumns(instrument, await loadConcepts(instrument))
  return (name: string) => columns.find((one) => one.name === name)
}

t.test('a concept has one name in all waves that ask for it, whatever it is called there', async (t) => {
  const [first, last, organisation] = await Promise.all(['umfrage-1', 'umfrage-4', 'umfrage-2'].map(described))
  t.equal(first?.('zp_gesamt')?.concept, 'umfrage-1.zp_gesamt')
  t.equal(last?.('zp_gesamt')?.concept, 'umfrage-1.zp_gesamt')
  t.equal(last?.('zp_weggezogen')?.concept, 'umfrage-4.zp_weggezogen', 'asked for the first time')
  t.equal(organisation?.('organisation')?.concept, 'umfrage-0.zustaendig', 'under another name')
  const next = await described('folgewelle')
  t.equal(next('im_schule')?.concept, 'umfrage-1.im_schule', 'after a gap')
  t.equal(next('organisation')?.concept, 'umfrage-0.zustaendig', 'of another panel')
  t.equal(next('zp_herkunft_europa')?.concept, 'folgewelle.zp_herkunft_europa', 'it counts others')
  for (const column of [first, last]) t.notOk(column?.('welle')?.concept)
})

t.test('a column says how it is asked, of whom, and when it does not apply', async (t) => {
  const column = await described('umfrage-4')
  t.match(column('im_unterbringung_gemeinschaft'), {
    label: 'Personen im Integrationsmanagement in zentralen Gemeinschaftsunterkünften',
    printed: 'Anzahl Zielpersonen: in zentralen Gemeinschaftsunterkünften',
    number: 'F16',
    question: 'Wo wohnen die Zielpersonen im Integrationsmanagement? Anzahl Zielpersonen',
    unit: 'Personen',
    population: /^Kommunen; trifft nicht zu, wenn ohne_plan = 1 \(.+\)$/,
  })
  t.match(column('zp_weggezogen'), { instruction: /1\. Januar/, population: /^Kommunen$/ })
  t.notOk(column('ohne_plan')?.question, 'what follows from answers is not asked')
})
