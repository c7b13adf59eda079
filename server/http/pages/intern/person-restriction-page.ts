import type { PersonRestrictionPage } from '../../../../views/page-data/person-pages.ts'
import type { PersonFound } from '../../../persons/find-person.ts'
import type { NamedText } from '../../../persons/name-texts.ts'
import { placeLine } from '../../../persons/office-places.ts'
import type { RestrictableForm } from '../../../persons/restrictable.ts'
import { isRestrictionGround, restrictionGrounds, restrictionText } from '../../../persons/restriction.ts'
import type { PersonRequest } from '../../../store/person-requests.ts'
import type { PersonText } from '../../../store/person-texts.ts'
import { personHref, personStepHref } from './addresses.ts'
import { requestTitle } from './person-requests-page.ts'

interface Shown {
  request: PersonRequest
  forms: readonly (RestrictableForm & { named: readonly NamedText[] })[]
  initials: PersonFound['initials']
  /** Texts of the office. */
  office: readonly PersonText[]
  wholes: ReadonlySet<number>
  ground: string
  errors: PersonRestrictionPage['errors']
}

/** What a restriction would leave out, before it holds. */
export function personRestrictionPage(shown: Shown): PersonRestrictionPage {
  const { request, forms, initials, office, wholes, ground, errors } = shown
  return {
    title: requestTitle(request),
    hrefs: { request: personHref(request.id), here: personStepHref(request.id, 'einschraenkung') },
    forms: forms.map(({ participantId, survey, wave, unit, named, whole }) => ({
      title: `${survey} (${wave})`,
      unit: named[0] === undefined ? unit : `${named[0].unitName} (${unit})`,
      texts: named.map(({ question, label, text, state }) => ({ question, label, text, state })),
      whole: {
        value: String(participantId),
        label: whole === 'form' ? 'Den ganzen Bogen dieser Person' : 'Alle Kontaktdaten dieses Bogens',
        checked: wholes.has(participantId),
      },
    })),
    left: [
      ...initials.map(({ label, wave, unit }) => `Kürzel „${label}“ in ${wave}, ${unit}`),
      ...office.map(placeLine),
    ],
    effects: [
      'Ein Text gilt mit seinem Feld: Auch frühere und spätere Fassungen dieses Feldes fehlen in Dateien, Auswertungen, Skripten und auf den ' +
        'Seiten der Mitarbeitenden. Ein ganzer Bogen zählt, als wäre er nicht eingegangen.',
      'Wer geantwortet hat, sieht seine Antworten weiter. Sie finden sie hier weiter, für Auskunft und Löschung.',
      'Fristen löschen nichts davon, solange die Einschränkung gilt, auch nicht, was dorthin geschickt und dazu notiert wurde. ' +
        'Kontaktdaten kommen nicht ins Adressbuch.',
      'Danach ist dieses Anliegen erledigt; aufgehoben wird auf seiner Seite.',
    ],
    grounds: Object.entries(restrictionGrounds).flatMap(([value, why]) =>
      isRestrictionGround(value)
        ? { value, label: `${restrictionText(value)}: ${why}`, selected: value === ground }
        : [],
    ),
    errors,
  }
}
