import t from 'tap'
import { receiptPage } from '../../../server/http/pages/receipt-page.ts'
import { receiptPaper } from '../../../server/http/pages/receipt-paper.ts'
import { typeset } from '../../../server/paper/typeset.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { contact, hostile, visitor } from '../../../views/examples/example-frame.ts'
import { kindsDefinition } from '../../../views/examples/example-kinds.ts'
import { complete } from '../../../views/examples/example-kinds-answers.ts'
import type { ReceiptPage } from '../../../views/page-data/form-pages.ts'
import { examples } from '../../../views/pages/receipt.examples.ts'
import { keptSubmission } from '../../support/kept-submission.ts'
import { readPdf, readQr } from '../../support/read-pdf.ts'

const pageOf = (name: string) => examples[name]?.page as ReceiptPage
const address = 'https://stichtag.example/erhebung/umfrage-1/117019/quittung/Q-7F3K-9XYZ-12AB'
const receipt = (name: string) => typeset('receipt', receiptPaper(pageOf(name), address))

t.test('a receipt says what came in, and leads back to itself', async (t) => {
  const printed = receipt('first')
  const pdf = await readPdf(printed)
  const { number, submittedAt, answersHash, surveyHash } = pageOf('first')
  for (const fact of [`Quittung ${number}`, submittedAt, answersHash, surveyHash, 'Donzdorf', '117019', '15.12.2018'])
    t.match(pdf.text, fact)
  t.equal(await readQr(printed), address)
  t.match(pdf.text, address)
  t.match(pdf.text, /F4 Anzahl Zielpersonen in Kommune 1\.234/)
  t.match(pdf.text, /aus Syrien 800/)
  t.match(pdf.text, 'Kommentar: Stand des Ausländerzentralregisters')
  t.match(pdf.text, 'F5 und F4 Die Zahlen gelten für unterschiedliche Tage. Zählung vom 31.12.2018.')
  t.notMatch(pdf.text, 'synthetisch')
  t.match(pdf, {
    tagged: true,
    accessible: '1',
    language: 'de-DE',
    title: `Quittung ${number}`,
    alternatives: ['QR-Code mit der Adresse dieser Quittung'],
    outside: [],
  })
})

t.test('every kind of question is on the receipt, and contact data are not', async (t) => {
  const instrument = compile(kindsDefinition())
  const submission = keptSubmission(instrument, complete, 'Q-7F3K-9XYZ-12AB')
  const where = { wave: 'probe', unit: '117019', closed: false, daysLeft: 3 }
  const page = receiptPage(instrument, [submission], submission, where, visitor, contact)
  const pdf = await readPdf(typeset('receipt', receiptPaper(page, address)))
  for (const words of [
    'F3 Wie viele Personen werden beraten? 1.130 F4 Wie viele Stellen gibt es dafür? 8,05',
    'F6 Wofür geht die Arbeitszeit hin? Gespräche mit einzelnen Personen, auch am Telefon und bei Hausbesuchen 60 %',
    'Und zwar Garten',
    'F7 In welcher Form wird beraten? Anders',
    'Und zwar im Verbund',
    'Kosten angekreuzt',
    'mit diesen Stellen? Jobcenter Gut',
    'Welche? Wohnungsgesellschaft',
    'Für welche Kommunen sind Sie zuständig? 117019 111000',
    'Von wem kam der Anstoß? Gemeinderat',
  ])
    t.match(pdf.text, words)
  t.notMatch(pdf.text, 'oe@example.org')
  t.match(pdf, { accessible: '1', outside: [] })
})

t.test('a correction says what it changed', async (t) => {
  const pdf = await readPdf(receipt('second'))
  t.match(pdf.text, '2. Fassung')
  t.match(pdf.text, 'F4 Anzahl der Zielpersonen 1.234 1.250')
  t.match(pdf.text, 'Dies ist keine Quittung über wirkliche Angaben')
  t.match(pdf.text, `Die Angaben für ${hostile} sind`)
  t.notMatch(pdf.text, 'Stichtag')
})
