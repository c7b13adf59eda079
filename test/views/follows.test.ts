import t from 'tap'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { compile } from '../../surveys/compile/compile.ts'
import { viewQuestion } from '../../surveys/view/question-view.ts'
import { examples } from '../../views/examples/examples.ts'
import { derivingDefinition } from '../support/definition.ts'
import { saved, startFormSite } from '../support/form-site.ts'

const instrument = compile(derivingDefinition())
const [example] = Object.values(examples.section)
if (example === undefined) throw new Error('there is no page to begin with')
const { frame, page: blank } = example

const raw = { gesamt: '0', zeit_a: '50', zeit_b: '50' }
const answered = { instrument, raw, cells: readCells(instrument, raw), findings: [] }
const questions = [...instrument.questions.values()].map((question) => viewQuestion(question, answered))
const site = await startFormSite({ probe: { frame, page: { ...blank, questions } } })
t.teardown(() => site.end())

t.test('what follows is said with its question, on the page and after each save', async (t) => {
  const { page, answer } = await site.open('probe')
  const said = (question: string) => page.locator(`[data-follows="${question}"]`).textContent()
  t.match(await said('alter'), 'trifft nicht zu')
  t.equal(await said('zeit'), 'Ihre Anteile ergeben 100, daher gilt als 0, was leer ist: „Sonstiges“.')
  t.equal(await page.locator('#zeit_andere').inputValue(), '', 'nobody typed it, so nobody sends it')
  t.equal(await page.locator('[data-follows="gesamt"]').count(), 0, 'nothing can follow there')

  answer(() => saved(9, { follows: { zeit: '', alter: 'Was hier leer ist, gilt anders.' } }))
  await page.locator('#zeit_b').fill('40')
  await page.locator('#zeit_b').blur()
  await page.getByText('Gespeichert um 14:05').waitFor()
  t.equal(await said('zeit'), '')
  t.equal(await said('alter'), 'Was hier leer ist, gilt anders.')
})
