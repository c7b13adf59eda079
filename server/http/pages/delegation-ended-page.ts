import { readCell } from '../../../surveys/answer/read-cells.ts'
import { shownValue } from '../../../surveys/view/shown.ts'
import type { Pages } from '../../../views/page-data/pages.ts'
import type { DelegateAtWork } from '../../forms/delegate-at-work.ts'
import type { DelegateVisit } from '../../store/delegate-visit.ts'
import type { DelegationState } from '../../store/delegations.ts'
import { overWords } from './closed-words.ts'

type Ended = Exclude<DelegationState, 'open'>

/** Why a link opens nothing any more, as a colleague is told. */
const whyEnded: Record<Ended, string> = {
  revoked: 'Die Person, die Sie um Mithilfe gebeten hat, hat den Link zurückgenommen.',
  replaced: 'Für diesen Fragebogen gibt es einen neuen Zugangscode; damit gelten frühere Links nicht mehr.',
  submitted: 'Der Fragebogen ist inzwischen abgesendet.',
  over: 'Die Frist ist abgelaufen, oder die Erhebung ist geschlossen.',
}

export const endedHeading = 'Dieser Link gilt nicht mehr'
export const askAgainWords =
  'Wird Ihre Hilfe noch gebraucht, lassen Sie sich bitte von der Person, die Sie gebeten hat, einen neuen Link geben.'

export const endedSentence = (state: DelegationState): string => (state === 'open' ? '' : whyEnded[state])

/** The same for somebody whom it had let in. */
export const endedWords = (visit: DelegateVisit): string =>
  visit.state === 'over' ? `${overWords(visit)}.` : endedSentence(visit.state)

/** What came from a link that was taken back is not kept, nor what comes after a logout. */
export const keepsLate = ({ state, dismissed }: DelegateVisit): boolean =>
  !dismissed && (state === 'submitted' || state === 'over')

/** What became of what was sent last. */
export const becameOf = (isKept: boolean): string =>
  isKept
    ? 'Ihre letzten Eingaben stehen nicht im Fragebogen; sie sind aufbewahrt, und die Person, die Sie gebeten hat, kann sie sehen.'
    : 'Ihre letzten Eingaben sind nicht gespeichert. Sie stehen noch auf dieser Seite: Bitte notieren Sie, was Sie noch brauchen.'

export function delegationEndedPage(
  { visit, form: { fields } }: DelegateAtWork,
  typed: Readonly<Record<string, string>>,
  isKept: boolean | undefined,
): Pages['delegation-ended'] {
  const sentence = endedWords(visit)
  return {
    heading: endedHeading,
    paragraphs: isKept === undefined ? [sentence, askAgainWords] : [sentence, becameOf(isKept), askAgainWords],
    typed: Object.entries(typed).flatMap(([name, text]) => {
      const field = fields.get(name)
      if (field === undefined || text === '') return []
      return [{ number: field.number, label: field.label, value: shownValue(readCell(field, text), field) }]
    }),
  }
}
