import type { Locator, Page } from 'playwright-core'
import type { Instrument, Section } from '../../surveys/compile/instrument.ts'

type Typed = Readonly<Record<string, string>>

/**
 * Goes through all sections of a form as a person does, beginning on the page of the first. Ends where all is checked. Where
 * no script listens, a page can be filled at once.
 */
export async function fillForm(
  page: Page,
  { sections }: Pick<Instrument, 'sections'>,
  typed: Typed,
  atOnce = false,
): Promise<void> {
  for (const section of sections) {
    await page.getByRole('heading', { level: 1, name: section.title }).waitFor()
    await (atOnce ? fillAtOnce(page, section, typed) : fillSection(page, section, typed))
    await page.getByRole('button', { name: 'Speichern und weiter' }).click()
    await page
      .waitForURL((url) => !url.pathname.endsWith(`/${section.id}`))
      .catch(async (cause) => {
        throw new Error(`still on ${page.url()}: ${await page.locator('main').innerText()}`, { cause })
      })
  }
}

async function fillSection(page: Page, { questions }: Section, typed: Typed): Promise<void> {
  const fields = questions.flatMap(({ kind, variables }) => variables.map((variable) => ({ ...variable, kind })))
  for (const { name, type, role, kind } of fields) {
    const value = typed[name]
    if (value === undefined) continue
    const field = page.locator(`[name="${name}"]`)
    const search = page.locator(`#${name}-suche`)
    // The name of a Kommune is a box to confirm where it is known who answers.
    if (type === 'flag' || kind === 'kommune') await field.check()
    else if (type === 'choice') await page.locator(`[name="${name}"][value="${value}"]`).check()
    else if (type === 'gemeinden' && (await search.count()) > 0) await choose(page, search, value.split('\n'))
    else {
      if (role === 'comment') await page.locator(`details:has([name="${name}"]) > summary`).click()
      await field.fill(value)
    }
  }
}

function fillAtOnce(page: Page, { questions }: Section, typed: Typed): Promise<void> {
  const variables = questions.flatMap(({ variables }) => variables)
  const fields = variables.flatMap(({ name }): [string, string][] => (name in typed ? [[name, typed[name] ?? '']] : []))
  return page.evaluate((fields) => {
    for (const [name, value] of fields) {
      const found = [...document.querySelectorAll<HTMLInputElement>(`main form [name="${name}"]`)]
      const ticked = found.find((one) => ['radio', 'checkbox'].includes(one.type) && one.value === value)
      const [field] = found
      if (field === undefined) throw new Error(`${name} is not on this page`)
      if (ticked !== undefined) ticked.checked = true
      else field.value = value
    }
  }, fields)
}

/** Looks each Kommune up by its key, and takes the suggestion. */
async function choose(page: Page, search: Locator, gemeinden: readonly string[]): Promise<void> {
  for (const gemeinde of gemeinden) {
    await search.fill(gemeinde.slice(0, 6))
    await page.getByRole('option').click()
  }
}

/** Gives a reason for everything on the page that needs one. */
export async function justifyAll(page: Page): Promise<void> {
  // What several signals can share stands open; what is for one of them alone is folded away.
  await page.locator('details:has(select)').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true
  })
  for (const select of await page.locator('select[name^="grund."]').all()) {
    const check = (await select.getAttribute('name'))?.replace('grund.', '') ?? ''
    const { reason, text } = reasonFor(check)
    await select.selectOption(reason)
    await page.locator(`[name="text.${check}"]`).fill(text)
  }
}

/** Submits what is there, be it little, and waits for the receipt. */
export async function handInForm(page: Page): Promise<void> {
  const box = page.locator('#leer-bestaetigen')
  if ((await box.count()) > 0) await box.check()
  await page.getByRole('button', { name: 'Angaben verbindlich absenden' }).click()
  await page.waitForURL(/\/quittung\/Q-/)
}

export const reasonFor = (check: string) => ({ reason: 'bestand', text: `Geprüft: ${check}` })
