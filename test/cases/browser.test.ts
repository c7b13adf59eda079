import type { Page } from 'playwright-core'
import t from 'tap'
import { readCells } from '../../surveys/answer/read-cells.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { viewQuestion } from '../../surveys/view/question-view.ts'
import { examples } from '../../views/examples/examples.ts'
import { checkTables, instrumentOf, numberInstrument, numberTables, sumTables } from '../support/cases.ts'
import { startFormSite } from '../support/form-site.ts'

// What the script of the page says of the tables in this folder, on a page that begins blank; `server.test.ts` asks the
// server's functions the same.

type Typed = Readonly<Record<string, string>>

const answerTables = [...sumTables, ...checkTables].filter(([, { where }]) => where === undefined)
const instruments = new Map<string, Instrument>([
  ...numberTables.map(([file, table]) => [file, numberInstrument(table)] as const),
  ...(await Promise.all(answerTables.map(async ([file, table]) => [file, await instrumentOf(table)] as const))),
])
const [example] = Object.values(examples.section)
if (example === undefined) throw new Error('there is no page to begin with')
const { frame, page: blank } = example
const pages = [...instruments].map(([file, instrument]) => {
  const answered = { instrument, raw: {}, cells: readCells(instrument, {}), findings: [] }
  const questions = [...instrument.questions.values()].map((question) => viewQuestion(question, answered))
  return [addressOf(file), { frame, page: { ...blank, questions } }]
})
const site = await startFormSite(Object.fromEntries(pages))
t.teardown(() => site.end())

function addressOf(file: string): string {
  return file.replace('/', '-').replace('.json', '')
}

for (const [file, { name, cases }] of numberTables)
  t.test(`${file}: ${name}`, async (t) => {
    const { page } = await site.open(addressOf(file))
    const field = page.locator('#zahl')
    const error = page.locator('#zahl-fehler')
    const offers = page.locator('#zahl-vorschlag button')
    for (const one of cases) {
      await field.fill(one.typed)
      await field.blur()
      const shown = {
        text: await field.inputValue(),
        sentence: (await error.allTextContents()).join(),
        offered: await offers.allTextContents(),
      }
      t.strictSame(
        shown,
        {
          text: 'value' in one ? one.shown : one.typed,
          sentence: 'sentence' in one ? one.sentence : '',
          offered: ('sentence' in one ? (one.meant ?? []) : []).map((text) => `${text} übernehmen`),
        },
        JSON.stringify(one.typed),
      )
    }
  })

for (const [file, { name, cases }] of answerTables)
  t.test(`${file}: ${name}`, async (t) => {
    const { page } = await site.open(addressOf(file))
    const variables = instruments.get(file)?.variables ?? []
    let before: Typed = {}
    for (const { typed, name = JSON.stringify(typed), sums = {}, chosen = {} } of cases) {
      await type(page, variables, typed, before)
      before = typed
      for (const [check, { text, state }] of Object.entries(sums)) {
        const sum = page.locator(`#summe-${check}`)
        t.equal(await sum.textContent(), text, name)
        t.equal(await sum.locator('..').getAttribute('class'), `sum sum--${state}`, name)
      }
      for (const [question, words] of Object.entries(chosen))
        t.equal(await page.locator(`#grenze-${question}`).textContent(), words, name)
    }
  })

/** Changes what stood before to what is typed now. Ticks come last, since a number takes the tick that there is none away. */
async function type(page: Page, variables: Instrument['variables'], typed: Typed, before: Typed): Promise<void> {
  const ticks = variables.filter(({ type }) => type === 'flag')
  for (const { name } of ticks) if (before[name]) await page.locator(`[name="${name}"]`).uncheck()
  for (const { name } of variables)
    if (!ticks.some((tick) => tick.name === name) && (typed[name] ?? '') !== (before[name] ?? ''))
      await page.locator(`[name="${name}"]`).fill(typed[name] ?? '')
  for (const { name } of ticks) if (typed[name]) await page.locator(`[name="${name}"]`).check()
}
