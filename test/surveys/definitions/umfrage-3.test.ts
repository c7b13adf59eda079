import t from 'tap'
import { outline } from '../../../surveys/codebook/outline.ts'
import { published } from '../../support/published.ts'

const instrument = await published('umfrage-3')
const questions = outline(instrument).sections.flatMap((section) => section.questions)

t.test('what excludes the rest, and what is to be named', async (t) => {
  const { checks, variables } = instrument
  const exclusive = checks.flatMap((check) => (check.kind === 'exclusive' ? [check.option] : []))
  t.strictSame(exclusive, ['plan_a_grund_immer', 'plan_b_grund_immer'])
  t.strictSame(
    variables.filter(({ role }) => role === 'other').map(({ number }) => number),
    ['F6', 'F12', 'F16', 'F17', 'F19', 'F25a', 'F25b', 'F25', 'F26', 'F27'],
  )
})

t.test('the question on the introduction has the steps of the others, and one more', async (t) => {
  const steps = (id: string) => questions.find((one) => one.id === id)?.options as { code: string; label: string }[]
  const plain = (id: string) => steps(id).map(({ code, label }) => ({ code, label }))
  t.strictSame(plain('vorbereitung_kurse').slice(0, 4), plain('vorbereitung_ausbildung'))
  const scale = questions.find(({ id }) => id === 'koop')?.scale
  t.strictSame(scale?.slice(0, 4), plain('vorbereitung_ausbildung'))
})
