import type { Answered } from '../../../surveys/view/view.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { Visitor } from '../../../views/page-data/form-pages.ts'
import type { Pages } from '../../../views/page-data/pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import type { DelegateVisit } from '../../store/delegate-visit.ts'
import { countingHref, doneHref, tableHref } from './addresses.ts'
import { sectionEntry } from './section-entry.ts'

/** What a colleague is asked for, and how far she is. */
export function delegatedPage(
  answered: Answered,
  visit: DelegateVisit,
  { unit }: Visitor,
  contact: Contact,
  notice: string,
): Pages['delegated'] {
  return {
    askedBy: visit.askedBy ?? unit.name,
    said: visit.said,
    sections: answered.instrument.sections.map(sectionEntry(answered, visit)),
    table: tableHref(visit),
    counting: answered.instrument.counting === undefined ? '' : countingHref(visit),
    done: visit.doneAt === null ? '' : whenSaved(visit.doneAt, visit.now),
    doneAction: doneHref(visit),
    notice,
    contact,
  }
}
