import t from 'tap'
import { findingsOf } from '../../surveys/answer/finding.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { isNumberType, type VariableType } from '../../surveys/types/index.ts'
import { completeAnswer } from '../support/answers.ts'
import { testAppFor } from '../support/app.ts'
import { fillForm, justifyAll, reasonFor } from '../support/fill-form.ts'
import { published } from '../support/published.ts'
import { enter, type Site, startSite } from '../support/site.ts'
import { eislingen } from '../support/surroundings.ts'

/**
 * Where numbers are compared, one of them is off and has to be justified. Every other one is filled in without script; Umfrage 3 is
 * filled in with it on a phone (`phone-answer.test.ts`).
 */
const surveys = [
  { survey: 'umfrage-0', expected: 0, javaScriptEnabled: false },
  { survey: 'umfrage-1', expected: 1, javaScriptEnabled: true },
  { survey: 'umfrage-2', expected: 1, javaScriptEnabled: false },
  { survey: 'umfrage-3', expected: 0, javaScriptEnabled: false },
  { survey: 'umfrage-4', expected: 1, javaScriptEnabled: true },
]

/** What follows from these answers without being typed, and is stored beside them. */
const derived: Record<string, Record<string, true>> = {
  'umfrage-1': { zg_beschrieben: true },
  'umfrage-3': { erreicht_gefragt: true },
  'umfrage-4': { zg_beschrieben: true },
}

for (const { survey, expected, javaScriptEnabled } of surveys) {
  const instrument = await published(survey)
  const { unit, typed } = await completeAnswer(instrument)
  const signals = findingsOf(instrument, typed, readCells(instrument, typed), { ...eislingen, unit })

  const reasons = signals.map(({ check, values }) => ({ check, values, ...reasonFor(check) }))

  t.test(`the invented answer to ${survey} fits together`, async (t) => {
    t.strictSame(
      signals.map(({ severity }) => severity),
      Array(expected).fill('signal'),
      signals.map(({ message }) => message).join(' '),
    )
  })

  t.test(`${survey} ${javaScriptEnabled ? 'with' : 'without'} script, from the code to the receipt`, async (t) => {
    const site = await startSite(t, (t) => testAppFor(t, survey))
    const page = await (await site.context({ javaScriptEnabled })).newPage()
    await enter(page, await site.codeFor(unit), 'KM')
    await page.getByRole('link', { name: instrument.sections[0]?.title ?? '', exact: true }).click()
    await fillForm(page, instrument, typed, !javaScriptEnabled)
    t.match(page.url(), /\/pruefen$/)
    t.match(await page.locator('main').textContent(), /Keine Fehler/)
    await justifyAll(page)
    await page.getByRole('button', { name: 'Angaben verbindlich absenden' }).click()
    await page.waitForURL(/\/quittung\/Q-/)
    t.match(await page.locator('main').textContent(), unit)

    const { answers, ...others } = sorted(instrument, typed)
    t.strictSame(await storedIn(site), { answers: { ...answers, ...derived[survey] }, ...others, reasons })
    if (!javaScriptEnabled) {
      const pdf = await page.pdf({ format: 'A4' })
      t.equal(pdf.subarray(0, 4).toString(), '%PDF', 'it can be printed')
    }
    t.strictSame(site.complaints, [])
  })
}

/** What was typed, as it must be stored: answers, comments and contact data apart from each other. */
function sorted({ byName }: Instrument, typed: Readonly<Record<string, string>>) {
  const given = byName.flatMap(({ name, type, role, contact }) => {
    const text = typed[name]
    if (text === undefined) return []
    const value = storedAs(type, text)
    return [{ name, place: contact ? 'contact' : role === 'comment' ? 'comments' : 'answers', value }]
  })
  const at = (place: string) =>
    Object.fromEntries(given.filter((one) => one.place === place).map(({ name, value }) => [name, value]))
  return { answers: at('answers'), comments: at('comments'), contact: at('contact') }
}

function storedAs(type: VariableType, text: string): number | string | true {
  if (type === 'flag') return true
  if (type === 'gemeinden') return (text.match(/^\d{6}/gm) ?? []).join(' ')
  return isNumberType(type) ? Number(text.replace(',', '.')) : text
}

async function storedIn({ db }: Site) {
  const { answers, comments, justifications } = await db
    .selectFrom('submission')
    .select(['answers', 'comments', 'justifications'])
    .executeTakeFirstOrThrow()
  const contact = await db.selectFrom('contact.respondent').select(['field', 'value']).execute()
  return {
    answers,
    comments,
    contact: Object.fromEntries(contact.map(({ field, value }) => [field, value])),
    reasons: justifications,
  }
}
