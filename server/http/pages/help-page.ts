import type { Question } from '../../../surveys/compile/instrument.ts'
import { timeOf } from '../../../surveys/view/last-answer.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { HelpAtForm } from '../../../views/page-data/help-pages.ts'
import type { Pages } from '../../../views/page-data/pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import { idleMinutes, longestHours } from '../../domain/session-token.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { paperHref, preparationHref } from './addresses.ts'
import { askedAt, type CameFrom, wayBack } from './help-way.ts'

/** The help for everybody, and for somebody at a form with what that form knows. */
export const helpPage = (contact: Contact, form: HelpAtForm | null = null): Pages['hilfe'] => ({
  contact,
  session: { minutes: idleMinutes, hours: longestHours },
  form,
})

export function helpAtForm({ visit, form: { instrument }, around }: AtWork, cameFrom: CameFrom): HelpAtForm {
  const asked = askedAt(cameFrom, instrument)
  const verbund = visit.unit.slice(0, 6)
  return {
    back: wayBack(cameFrom, instrument, visit),
    saved: visit.savedAt === null ? '' : `Zuletzt gespeichert: ${whenSaved(visit.savedAt, visit.now)}`,
    asked:
      asked === undefined ? null : askedView(asked, instrument.terms.get(asked.id) ?? [], around.last !== undefined),
    person:
      instrument.unit === 'gemeinde'
        ? null
        : { number: visit.unit, verbund, verbundName: around.register.verbuende.get(verbund)?.name ?? '' },
    reasons: instrument.reasons.map(({ label }) => label),
    last: around.last === undefined ? '' : timeOf(around.last),
    preparation: instrument.preparation === undefined ? '' : preparationHref(visit.wave),
    papers:
      visit.delegation === undefined ? { blank: paperHref(visit, 'leer'), filled: paperHref(visit, 'stand') } : null,
  }
}

type Asked = NonNullable<HelpAtForm['asked']>

function askedView(question: Question, terms: Asked['terms'], continues: boolean): Asked {
  const { number, title, help = '', kind } = question
  const counted = countKinds.has(kind)
  const topics = [
    ...(kind === 'im_number' ? ['verbundnummer'] : []),
    ...(counted ? ['null-leer', 'zahlen', 'hinweise'] : ['null-leer']),
    ...(continues ? ['letzte-umfrage'] : []),
  ]
  return { number, title, help, terms, topics }
}

const countKinds: ReadonlySet<Question['kind']> = new Set(['count', 'counts', 'decimal', 'percent', 'shares'])
