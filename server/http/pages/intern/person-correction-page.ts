import type { CorrectedText, PersonCorrectionPage } from '../../../../views/page-data/person-pages.ts'
import { initialsMark } from '../../../persons/chosen.ts'
import type { Correctable, CorrectableAddress } from '../../../persons/correctable.ts'
import type { PersonFound } from '../../../persons/find-person.ts'
import type { NamedText } from '../../../persons/name-texts.ts'
import type { PersonRequest } from '../../../store/person-requests.ts'
import { personHref, personStepHref } from './addresses.ts'
import { byForm } from './person-request-page.ts'
import { requestTitle } from './person-requests-page.ts'

interface Shown {
  request: PersonRequest
  stage: PersonCorrectionPage['stage']
  items: readonly { item: Correctable | CorrectableAddress; named: NamedText }[]
  initials: PersonFound['initials']
  past: readonly NamedText[]
  /** By mark, what was typed, and why it cannot be so. */
  typed: ReadonlyMap<string, string>
  faults: ReadonlyMap<string, string>
  openForms: number
  error: PersonCorrectionPage['error']
}

/** What is to be corrected: typed beside what stands there, then looked at before it holds. */
export function personCorrectionPage(shown: Shown): PersonCorrectionPage {
  const { request, stage, items, initials, past, typed, faults, openForms, error } = shown
  const places = new Map(items.map(({ item, named }) => [named, item]))
  const isShown = (mark: string) => stage === 'type' || (typed.get(mark) ?? '') !== ''
  const said = (mark: string) => ({ mark, after: typed.get(mark) ?? '', error: faults.get(mark) ?? '' })
  return {
    title: requestTitle(request),
    hrefs: { request: personHref(request.id), here: personStepHref(request.id, 'berichtigung') },
    stage,
    forms: byForm(
      items.filter(({ item }) => isShown(item.mark)).map(({ named }) => named),
      (named): CorrectedText => {
        const item = places.get(named)
        const { question, label, text: before } = named
        return { ...said(item?.mark ?? ''), question, label, before, places: item ? placesOf(item, stage) : [] }
      },
    ),
    initials: initials
      .map(({ id, label, wave, unit }) => ({ ...said(initialsMark(id)), label: `„${label}“ in ${wave}, ${unit}` }))
      .filter(({ mark }) => isShown(mark)),
    past:
      stage === 'type'
        ? past.map(
            ({ wave, survey, unit, unitName, label, text, state }) =>
              `${wave || survey}, ${unit || unitName}, ${label}: „${text}“ (${state})`,
          )
        : [],
    effects: effectsOf(openForms),
    error,
  }
}

function placesOf(item: Correctable | CorrectableAddress, stage: Shown['stage']): string[] {
  const isPreview = stage === 'confirm'
  if (!('draft' in item))
    return [isPreview ? 'Die Anschrift gilt mit der neuen Angabe; die frühere bleibt als vergangen.' : 'gilt jetzt']
  const { draft, submitted } = item
  return [
    draft === 'same' ? (isPreview ? 'Der Entwurf hat den neuen Text.' : 'steht im Entwurf') : '',
    submitted === 'same' ? (isPreview ? 'Die Abgabe wird in einer neuen Fassung berichtigt.' : 'ist abgesendet') : '',
    draft === 'other' ? 'Im Entwurf steht inzwischen etwas anderes; das bleibt.' : '',
    submitted === 'other' ? 'Abgesendet ist etwas anderes; das bleibt.' : '',
  ].filter((words) => words !== '')
}

function effectsOf(openForms: number): string[] {
  const people = openForms === 1 ? 'Eine Person hat' : `${openForms} Personen haben`
  return [
    'Alle anderen Antworten bleiben, wie sie sind. Frühere Fassungen bleiben nachlesbar.',
    'Quittung und Übersicht der Befragten sagen, dass die erhebende Stelle auf Antrag berichtigt hat. Abgesendete Kontaktdaten werden ersetzt.',
    ...(openForms === 0
      ? []
      : [
          `${people} ein betroffenes Formular gerade offen. Wer dasselbe Feld geändert hat, wird gefragt, welcher Text gilt.`,
        ]),
    'Danach ist dieses Anliegen erledigt.',
  ]
}
