import type { Page } from 'playwright-core'
import type { Instrument, Section } from '../../surveys/instrument.ts'

type Typed = Readonly<Record<string, string>>

/** Goes through all sections of a form as a person does, beginning on the page of the first. Ends where all is checked. */
export async function fillForm(page: Page, { sections }: Pick<Instrument, 'sections'>, typed: Typed): Promise<void> {
  for (const section of sections) {
    await page.getByRole('heading', { level: 1, name: section.title }).waitFor()
    await fillSection(page, section, typed)
    await page.getByRole('button', { name: 'Speichern und weiter' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(`/${section.id}`))
  }
}

async function fillSection(page: Page, { questions }: Section, typed: Typed): Promise<void> {
  for (const { name, type } of questions.flatMap(({ variables }) => variables)) {
    const value = typed[name]
    if (value === undefined) continue
    const field = page.locator(`[name="${name}"]`)
    if (type === 'flag') await field.check()
    else if (type === 'choice') await page.locator(`[name="${name}"][value="${value}"]`).check()
    else {
      const folded = page.locator(`details:not([open]):has([name="${name}"]) > summary`)
      if ((await folded.count()) > 0) await folded.click()
      await field.fill(value)
    }
  }
}
