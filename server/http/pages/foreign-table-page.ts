import type { Contact } from '../../../views/page-data/contact.ts'
import type { ForeignTablePage } from '../../../views/page-data/foreign-table-pages.ts'
import type { KnownHere } from '../../form-file/foreign/known.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { countingHref, ownFileHref, tableForgetHref, tableHref } from './addresses.ts'
import { readOnlyWords } from './closed-words.ts'

interface Said {
  error?: string
  isList?: boolean
  notice?: string
}

/** Where a table of another program comes in. */
export function foreignTablePage(
  { visit, form, asked, whole }: AtWork,
  { known }: KnownHere,
  contact: Contact,
  { error = '', isList = false, notice = '' }: Said = {},
): ForeignTablePage {
  const count = known.sure.size + known.unsure.size
  return {
    action: tableHref(visit),
    notice,
    error,
    counting: countingOf({ visit, form }),
    isList,
    ownFile: visit.delegation === undefined ? ownFileHref(visit) : '',
    remembered: count === 0 ? undefined : { count, action: tableForgetHref(visit) },
    part: asked !== undefined ? 'asked' : whole !== undefined ? 'sections' : '',
    closed: visit.open || asked !== undefined ? '' : readOnlyWords(visit, false),
    contact,
  }
}

/** Where lists of persons are counted for a form, or ''. */
export const countingOf = ({ visit, form: { instrument } }: Pick<AtWork, 'visit' | 'form'>) =>
  instrument.counting === undefined ? '' : countingHref(visit)
