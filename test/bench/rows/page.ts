import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashToken } from '../../../server/domain/session-token.ts'
import { answerSection, makeForm } from '../../../server/forms/form.ts'
import { sectionHref } from '../../../server/http/pages/addresses.ts'
import { visitorOf } from '../../../server/http/pages/frame.ts'
import { sectionPage } from '../../../server/http/pages/section-page.ts'
import { readRegister } from '../../../server/store/register.ts'
import { findVisit } from '../../../server/store/visit.ts'
import type { SectionPage } from '../../../views/page-data/form-pages.ts'
import type { Frame } from '../../../views/page-data/pages.ts'
import type { Shot } from '../fire.ts'
import { PlainEta } from '../plain-eta.ts'
import { section } from '../questionnaire.ts'
import type { Row } from '../row.ts'
import { type Guest, settle, type World } from '../world.ts'

const requests = 2_000

/** The page of a section with 150 fields and saved answers, for somebody who is logged in. */
export const page: Row = {
  name: 'page',
  title: 'Seite mit 150 Feldern und gespeicherten Angaben',
  bare: 'bare-page',
  budget: 0.4,
  connections: 50,
  async prepare(world, ours, folder) {
    const guests = await world.newWave('seite')
    await settle(world.db)
    const shots = guests.map((guest): Shot => {
      return { method: 'GET', path: sectionHref(guest, section), headers: { cookie: guest.cookie } }
    })
    const answer = await fetch(`${ours.url}${shots[0]?.path}`, { headers: shots[0]?.headers ?? {} })
    const html = await answer.text()
    const data = await plainData(world, guests[0] as Guest, html)
    const size = Buffer.byteLength(new PlainEta().render('@pages/section.eta', data))
    if (size !== Buffer.byteLength(html))
      throw new Error(`the bare page has ${size} bytes of ${Buffer.byteLength(html)}`)
    const file = join(folder, 'page.json')
    await writeFile(file, JSON.stringify(data))
    return {
      env: { BENCH_PAGE: file },
      ours: () => Array.from({ length: requests }, (_, index) => shots[index % shots.length] as Shot),
      bare: () => Array.from({ length: requests }, () => ({ method: 'GET', path: '/', headers: {} })),
      status: { ours: 200, bare: 200 },
      verify: async () => undefined,
    }
  },
}

/** All that the templates need for the page of a guest. */
async function plainData(
  { db, pool, instrument }: World,
  guest: Guest,
  html: string,
): Promise<{ frame: Frame; page: SectionPage }> {
  const { token, csrf } = guest
  const form = makeForm(instrument)
  const shown = form.sections.get(section)
  const visit = await findVisit(pool, hashToken(token), guest)
  if (visit === undefined || shown === undefined) throw new Error('nobody is logged in')
  const register = await readRegister(db)
  const answered = answerSection(form, shown, visit.typed ?? {}, { unit: visit.unit, register })
  const contact = { name: '', mail: '', phone: '', hours: '' }
  const operator = { name: '', logo: null, invented: false }
  const page = sectionPage(form, shown, answered, visit, contact, { rev: visit.rev })
  const visitor = visitorOf({ visit, form, around: { unit: visit.unit, register, last: undefined }, asked: undefined })
  const [css = '', js = ''] = html.match(/\/assets\/[^"]+/g) ?? []
  return {
    frame: { title: page.heading, assets: { css, js, counting: '' }, csrf, help: '', operator, visitor, staff: null },
    page,
  }
}
