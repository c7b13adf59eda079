import t from 'tap'
import { blankPaper, forAnybody } from '../../../server/http/pages/questionnaire-paper.ts'
import { Printer } from '../../../server/paper/printer.ts'
import { typeset } from '../../../server/paper/typeset.ts'
import { instrument } from '../../../views/examples/example-answers.ts'
import type { Papers } from '../../../views/page-data/papers.ts'

const paper = (name: string) =>
  blankPaper(instrument, { ...forAnybody(instrument), unit: { label: 'Kommune', name, note: '' } })

t.test('papers are printed beside the work of the server, each for whoever asked', async (t) => {
  const printer = new Printer()
  t.teardown(() => printer.close())
  await printer.print('questionnaire', paper('warm'))

  let longest = 0
  let last = performance.now()
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const names = ['Aalen', 'Balingen', 'Calw']
  const started = performance.now()
  const printed = await Promise.all(names.map((name) => printer.print('questionnaire', paper(name))))
  const took = performance.now() - started
  clearInterval(clock)
  t.ok(longest < took / 3, `held up for ${longest.toFixed()} of ${took.toFixed()} ms`)
  for (const [index, name] of names.entries()) t.ok(printed[index]?.equals(typeset('questionnaire', paper(name))), name)
})

t.test('a paper that fails is told to whoever asked, and holds up nobody else', async (t) => {
  const printer = new Printer()
  t.teardown(() => printer.close())
  const broken = printer.print('questionnaire', {} as Papers['questionnaire'])
  const next = printer.print('questionnaire', paper('Aalen'))
  await t.rejects(broken, { message: /dictionary does not contain key/ })
  t.match((await next).subarray(0, 5).toString(), '%PDF-')
})
