import t from 'tap'
import { saveDraft } from '../../server/store/save-draft.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { isNumberType } from '../../surveys/types/index.ts'
import { completeAnswer } from '../support/answers.ts'
import { testAppFor } from '../support/app.ts'
import { barriersOn, visible } from '../support/barriers.ts'
import { justifyAll } from '../support/fill-form.ts'
import { published } from '../support/published.ts'
import { enter, startSite } from '../support/site.ts'

const wide = { width: 1280, height: 900 }
const phone = { width: 360, height: 800 }

for (const survey of ['umfrage-0', 'umfrage-2', 'umfrage-3', 'umfrage-4']) {
  const instrument = await published(survey)
  const { unit, typed } = await completeAnswer(instrument)
  const form = `/erhebung/${survey}/${unit}`
  const sections = instrument.sections.map(({ id }) => `${form}/abschnitt/${id}`)
  const [longest] = instrument.sections.toSorted((a, b) => fieldsOf(b) - fieldsOf(a))
  const paths = [form, `${form}/abschnitt/${longest?.id}`, `${form}/pruefen`]

  t.test(`no barriers in ${survey}, and nothing runs off a narrow screen`, async (t) => {
    const site = await startSite(t, (t) => testAppFor(t, survey))
    const page = await (await site.context()).newPage()
    const look = async (colorScheme: 'light' | 'dark', size: typeof wide, rules: typeof visible | 'all') => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(size)
      const { pathname } = new URL(page.url())
      t.strictSame(await barriersOn(page, rules), [], `${pathname}, ${colorScheme}, ${size.width} px`)
    }
    const isNarrowEnough = async () => {
      await page.setViewportSize({ width: 320, height: 640 })
      t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, page.url())
    }
    const write = (answers: Record<string, string>) =>
      saveDraft(site.pool, {
        participantId: site.participants.get(unit) ?? 0,
        editorId: null,
        base: 1_000,
        contactFields: instrument.contactFields,
        typed: answers,
      })

    await enter(page, await site.codeFor(unit), 'KM')
    await write(typed)
    await page.goto(`${form}/pruefen`)
    await justifyAll(page)
    await page.getByRole('button', { name: 'Angaben verbindlich absenden' }).click()
    await page.waitForURL(/\/quittung\//)
    paths.push(new URL(page.url()).pathname)
    for (const path of paths) {
      await page.goto(path)
      await look('light', wide, 'all')
      await look('dark', phone, visible)
    }

    await write(spoiled(instrument, typed))
    await page.goto(`${form}/pruefen`)
    t.not(await page.locator('[id^="karte-"].kern-alert--danger').count(), 0)
    for (const path of paths) {
      await page.goto(path)
      await look('light', wide, 'all')
      await look('dark', phone, visible)
      await isNarrowEnough()
    }
    for (const path of sections.filter((one) => !paths.includes(one))) {
      await page.goto(path)
      await isNarrowEnough()
    }
    t.strictSame(site.complaints, [])
  })
}

function fieldsOf({ questions }: Instrument['sections'][number]): number {
  return questions.flatMap(({ variables }) => variables).length
}

/** Everything that can be wrong: all boxes ticked, nothing named, no list and no number that can be read or fits. */
function spoiled({ variables }: Instrument, typed: Record<string, string>): Record<string, string> {
  const wrong = variables.map(({ name, type, role }, index): [string, string] => {
    if (isNumberType(type)) return [name, index % 2 === 0 ? 'ungefähr zwölf' : '999']
    if (type === 'flag') return [name, '1']
    if (type === 'gemeinden') return [name, 'Musterstadt\nSalach']
    if (type === 'gkz' || type === 'im_number') return [name, '08 117 042']
    return [name, role === 'other' ? '' : (typed[name] ?? '')]
  })
  return Object.fromEntries(wrong)
}
