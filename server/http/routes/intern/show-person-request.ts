import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { findByTerms, type PersonFound } from '../../../persons/find-person.ts'
import { nameRestrictions } from '../../../persons/name-restrictions.ts'
import { nameTexts } from '../../../persons/name-texts.ts'
import { searchTerms } from '../../../persons/search-terms.ts'
import { filesOfWaves } from '../../../store/files-of-waves.ts'
import { findRequest, type PersonRequest } from '../../../store/person-requests.ts'
import { listRestrictions } from '../../../store/restrictions.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { logEntry } from '../../pages/intern/log-entry.ts'
import { personRequestPage } from '../../pages/intern/person-request-page.ts'
import { requestTitle } from '../../pages/intern/person-requests-page.ts'
import { shownRestrictions } from '../../pages/intern/restrictions.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

export type ShowRequest = ReturnType<typeof requestShower>

interface Said {
  /** Everything is ticked. */
  all?: boolean
  errors?: { field: string; message: string }[]
  /** What was typed to be looked for, where it cannot be. */
  typed?: string
  /** What was ticked to be lifted, and the day typed. */
  lifting?: { ticked: ReadonlySet<string>; told: string }
}

const nothing: Omit<PersonFound, 'term'> = { texts: [], initials: [], asked: [], accounts: [], registered: [] }

/** Finds a request by its address, and shows it with what is found of the person; that somebody looked is noted. */
export function requestShower({ db, config, forms, register }: RouteContext, show: ShowPage) {
  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    of: PersonRequest,
    { all = false, errors = [], typed = of.searched, lifting = { ticked: new Set(), told: '' } }: Said,
  ) {
    const found = of.state === 'open' ? await findByTerms({ db, config }, searchTerms(of.searched)) : nothing
    if (of.state === 'open') {
      const detail = { request: of.id, texts: found.texts.length }
      await noteStaff(db, { action: 'person_searched', accountId: request.staff.accountId, detail })
    }
    const texts = await nameTexts({ db, forms, register: await register() }, found.texts)
    const files = (await filesOf(of)).map(logEntry)
    const named = await nameRestrictions({ db, forms }, await listRestrictions(db, { request: of.id }))
    const restrictions = shownRestrictions(named, lifting)
    const shown = { files, all, errors, typed, restrictions }
    const data = personRequestPage({ request: of, found: { ...found, texts }, ...shown })
    return show(request, reply, 'intern/person-request', requestTitle(of), data)
  }

  async function filesOf({ proof, closedAt }: PersonRequest) {
    if (proof === null || proof.submittedSince === null || closedAt === null) return []
    return filesOfWaves(db, { waves: proof.waves, since: new Date(proof.submittedSince), until: closedAt })
  }

  const find = async (id: string) => (/^\d{1,9}$/.test(id) ? findRequest(db, Number(id)) : undefined)

  return { page, find }
}
