import t from 'tap'
import { assetsOfProcess } from '../../server/http/assets.ts'
import { printedSections } from '../../server/http/pages/print-page.ts'
import { showPage } from '../../server/http/views.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { inside } from '../../views/examples/example-frame.ts'
import { completeAnswer } from '../support/answers.ts'
import { theBrowser } from '../support/browser.ts'
import { buildSite, listen } from '../support/example-site.ts'
import { published } from '../support/published.ts'
import { readPdf } from '../support/read-pdf.ts'

/** How many sheets of A4 the print page took before components of KERN came, which are roomier: no more since. */
const sheets: Record<string, [blank: number, complete: number]> = {
  'umfrage-0': [3, 3],
  'umfrage-1': [10, 11],
  'umfrage-2': [6, 6],
  'umfrage-3': [11, 11],
  'umfrage-4': [9, 9],
}

const site = await buildSite()
const { links: assets } = await assetsOfProcess()
site.get<{ Params: { survey: string; answers: string } }>('/drucken/:survey/:answers', async ({ params }, reply) => {
  const instrument = await published(params.survey)
  const raw = params.answers === 'blank' ? {} : (await completeAnswer(instrument)).typed
  const sections = printedSections({ instrument, raw, cells: readCells(instrument, raw), findings: [] })
  const frame = inside('Druckansicht', { waveTitle: instrument.title })
  const page = { sections, saved: '14.01.2019, 14:03 Uhr', paperHref: '/erhebung/umfrage-1/117019/papier/stand' }
  return showPage(reply, 'print', { ...frame, assets }, page)
})
const base = await listen(site)
t.teardown(() => site.close())

for (const [survey, [blank, complete]] of Object.entries(sheets))
  for (const [answers, most] of Object.entries({ blank, complete }))
    t.test(`${survey}, ${answers}, is printed on ${most} sheets at most`, async (t) => {
      const page = await (await theBrowser()).newPage()
      await page.goto(`${base}/drucken/${survey}/${answers}`)
      const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true }))
      t.ok(pages.length <= most, `${pages.length} sheets`)
      t.strictSame(
        pages.filter((text) => text.trim() === ''),
        [],
        'none is empty',
      )
      await page.close()
    })
