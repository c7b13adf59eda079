import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import type { DelegationEntry, TypedDelegation } from '../../../views/page-data/delegation-pages.ts'
import type { HubPage } from '../../../views/page-data/form-pages.ts'
import type { Pages } from '../../../views/page-data/pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import type { Delegation } from '../../store/delegations.ts'
import type { Visit } from '../../store/visit.ts'
import { delegationsHref, keyHref, type Place } from './addresses.ts'
import { filledWords } from './filled-words.ts'

type Save = { field: string; savedAt: Date; editor: string | null }

interface Facts {
  delegations: readonly Delegation[]
  /** Who saved which field last. */
  saves: readonly Save[]
  progressOf: (section: string) => { filled: number; total: number }
  /** Where the site is reached. */
  origin: string
  keyOf: (delegation: Delegation) => string
  mails: boolean
  said?: Partial<Pick<Pages['delegations'], 'notice' | 'errors'>> & { typed?: TypedDelegation }
}

const nobodyTyped: TypedDelegation = { name: '', mail: '', said: '', due: '', sections: [] }
const nameless = 'ohne Namen'

/** Whom one asked for which sections, what came of it, and the form to ask another one. */
export function delegationsPage(instrument: Instrument, visit: Visit, facts: Facts): Pages['delegations'] {
  const { typed = nobodyTyped, notice = '', errors = [] } = facts.said ?? {}
  return {
    action: delegationsHref(visit),
    notice,
    errors,
    entries: facts.delegations.map((one) => entry(one, instrument, visit, facts)),
    open: visit.open,
    mails: facts.mails,
    typed,
    sections: instrument.sections.map(({ id, title }) => ({ id, title, checked: typed.sections.includes(id) })),
    frist: formatDate(visit.frist),
  }
}

function entry(one: Delegation, instrument: Instrument, visit: Visit, facts: Facts): DelegationEntry {
  const { id, dueOn, mail, mailState, said, madeAt, openedAt, seenAt, doneAt, askedBy } = one
  const when = (time: Date) => whenSaved(time, visit.now)
  return {
    id,
    name: one.name ?? nameless,
    badge: badgeOf(one),
    lines: [
      `gebeten ${when(madeAt)}${askedBy === null ? '' : ` von ${askedBy}`}`,
      ...(dueOn === null ? [] : [`bis ${formatDate(dueOn)}`]),
      ...(mailState === null ? [] : [`${mail || 'E-Mail'}: ${mailWords[mailState]}`]),
      ...(openedAt === null ? [] : [`geöffnet ${when(openedAt)}`]),
      ...(seenAt === null ? [] : [`zuletzt da ${when(seenAt)}`]),
      ...(doneAt === null ? [] : [`erledigt ${when(doneAt)}`]),
    ],
    said,
    sections: one.sections.flatMap((section) => sectionWords(section, one, instrument, facts)),
    link: one.state === 'open' ? facts.origin + keyHref(facts.keyOf(one)) : '',
    ended: endedFor[one.state],
    revokeHref: one.state === 'revoked' ? '' : `${delegationsHref(visit)}/${id}/zuruecknehmen`,
  }
}

function badgeOf({ state, doneAt, openedAt, overdue }: Delegation): DelegationEntry['badge'] {
  if (state === 'revoked') return { tone: 'plain', label: 'zurückgenommen' }
  if (doneAt !== null) return { tone: 'success', label: 'erledigt' }
  if (state !== 'open') return { tone: 'plain', label: 'beendet' }
  if (overdue) return { tone: 'warning', label: 'überfällig' }
  return openedAt === null ? { tone: 'plain', label: 'noch nicht geöffnet' } : { tone: 'info', label: 'in Arbeit' }
}

const mailWords: Record<NonNullable<Delegation['mailState']>, string> = {
  waiting: 'E-Mail wartet',
  sending: 'E-Mail wird gesendet',
  sent: 'E-Mail gesendet',
  refused: 'E-Mail nicht angenommen; bitte geben Sie den Link selbst weiter',
  uncertain: 'ungewiss, ob die E-Mail ankam',
  returned: 'E-Mail kam zurück; bitte geben Sie den Link selbst weiter',
  stopped: 'E-Mail nicht gesendet; bitte geben Sie den Link selbst weiter',
}

const endedFor: Record<Delegation['state'], string> = {
  open: '',
  revoked: '',
  replaced: 'Der Link gilt nicht mehr: Seither gibt es einen neuen Zugangscode.',
  submitted: 'Der Link gilt nicht mehr: Der Fragebogen ist seither abgesendet.',
  over: 'Der Link gilt nicht mehr: Es werden keine Angaben mehr angenommen.',
}

/** How much of a section is filled in, and how much of that is hers. */
function sectionWords(id: string, { name }: Delegation, { sections }: Instrument, facts: Facts): string[] {
  const section = sections.find((one) => one.id === id)
  if (section === undefined) return []
  const progress = facts.progressOf(id)
  const fields = new Set(section.questions.flatMap(({ variables }) => variables.map((variable) => variable.name)))
  const own = facts.saves.filter(({ field, editor }) => fields.has(field) && name !== null && editor === name).length
  const filled = progress.total === 0 ? '' : filledWords(progress)
  const hers = own === 0 ? '' : `${own} zuletzt unter diesem Namen gespeichert`
  return [[section.title, [filled, hers].filter(Boolean).join(', ')].filter(Boolean).join(': ')]
}

/** What the overview tells of it. */
export function hubDelegations(
  instrument: Pick<Instrument, 'sections'>,
  visit: Place & Pick<Visit, 'now' | 'open'>,
  delegations: readonly Delegation[],
): NonNullable<HubPage['delegations']> {
  const meant = delegations.filter(({ state, doneAt }) => state === 'open' || doneAt !== null)
  const done = meant.filter(({ doneAt }) => doneAt !== null)
  const fresh = done.flatMap(({ name, doneAt, notedAt, sections }) => {
    if (doneAt === null || notedAt !== null) return []
    const titles = instrument.sections.filter(({ id }) => sections.includes(id)).map(({ title }) => `„${title}“`)
    return [`${name ?? nameless}, ${whenSaved(doneAt, visit.now)}: ${titles.join(', ')}`]
  })
  return {
    href: delegationsHref(visit),
    summary: meant.length === 0 ? '' : `${done.length} von ${meant.length} erledigt`,
    done: fresh,
    notedHref: `${delegationsHref(visit)}/gesehen`,
    open: visit.open,
  }
}
