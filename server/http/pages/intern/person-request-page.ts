import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { LogEntry } from '../../../../views/page-data/log-entry.ts'
import type { PersonRequestPage } from '../../../../views/page-data/person-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { roles } from '../../../domain/rights.ts'
import { cutMark, initialsMark, textMark } from '../../../persons/chosen.ts'
import type { PersonFound } from '../../../persons/find-person.ts'
import { groundText, isGround, isRefusal, refusals, refusalText } from '../../../persons/grounds.ts'
import { byPlace, type NamedText } from '../../../persons/name-texts.ts'
import type { Proof } from '../../../persons/request-content.ts'
import { canErase, requestKinds } from '../../../persons/request-kinds.ts'
import type { PersonRequest } from '../../../store/person-requests.ts'
import { actProofOf, noFiles } from './act-proof.ts'
import { personHref, personStepHref } from './addresses.ts'
import { requestBadges, requestTitle } from './person-requests-page.ts'
import { requestAdvice } from './request-advice.ts'

interface Shown {
  request: PersonRequest
  /** What is found now, while the request is open. */
  found: Pick<PersonFound, 'initials' | 'asked' | 'accounts' | 'registered'> & { texts: readonly NamedText[] }
  /** The files that may hold what was erased. */
  files: LogEntry[]
  /** Everything found is ticked. */
  all: boolean
  errors: PersonRequestPage['errors']
  restrictions: PersonRequestPage['restrictions']
  /** What stands in the field of the search. */
  typed: string
}

/** A request of a person, with all that is found of them. */
export function personRequestPage({
  request,
  found,
  files,
  all,
  errors,
  typed,
  restrictions,
}: Shown): PersonRequestPage {
  const { id, kind, state, extended, chosen, proof } = request
  const step = (name: Parameters<typeof personStepHref>[1]) => personStepHref(id, name)
  const marks = new Set([
    ...chosen.texts.map(textMark),
    ...chosen.initials.map(initialsMark),
    ...chosen.cut.map(cutMark),
  ])
  const isChecked = (mark: string) => all || marks.has(mark)
  return {
    title: requestTitle(request),
    hrefs: {
      here: personHref(id),
      suche: step('suche'),
      auswahl: step('auswahl'),
      frist: step('frist'),
      abschluss: step('abschluss'),
      loeschung: step('loeschung'),
      aufhebung: step('aufhebung'),
    },
    badges: requestBadges(request),
    facts: requestFacts(request),
    errors,
    advice: requestAdvice[kind],
    state: state === 'open' || state === 'proposed' ? state : 'closed',
    searched: typed,
    forms: byForm(found.texts, (text) => ({ ...foundText(text), mark: textMark(text.address) })).map((form) => ({
      ...form,
      texts: form.texts.map((text) => ({ ...text, checked: isChecked(text.mark) })),
    })),
    initials: found.initials.map((one) => {
      const mark = initialsMark(one.id)
      return { mark, label: `„${one.label}“ in ${one.wave}, ${one.unit}`, checked: isChecked(mark) }
    }),
    // Not by all at once: it takes away the way back to all answers of the person.
    cut: canErase(kind)
      ? found.asked.map(({ id, wave, unit }) => {
          const mark = cutMark(id)
          return { mark, label: `Befragt als ${unit} in ${wave}`, checked: marks.has(mark) }
        })
      : [],
    traces: [
      ...found.asked.map(
        ({ wave, unit }) => `Befragt als ${unit} in ${wave}: Eine Auskunft enthält alle Antworten dort.`,
      ),
      ...found.accounts.map(
        ({ name, role }) =>
          `Konto „${name}“ (${roles[role]}): Ist es gesperrt, kann die Administration seinen Namen löschen.`,
      ),
      ...found.registered.flatMap(({ number, facts }) => facts.map((one) => `Im Verzeichnis unter ${number}: ${one}`)),
    ],
    mayErase: canErase(kind),
    act: acts[kind] ?? null,
    mayExtend: !extended,
    outcomes: outcomesOf(kind),
    proof: proof === null ? null : { ...('act' in proof ? actProofOf(proof) : proofOf(proof)), files },
    restrictions,
  }
}

const acts: Partial<Record<PersonRequest['kind'], PersonRequestPage['act']>> = {
  berichtigung: { value: 'berichtigen', label: 'Berichtigung vorbereiten' },
  einschraenkung: { value: 'einschraenken', label: 'Einschränkung vorbereiten' },
}

export const foundText = ({ question, label, text, state, at }: NamedText) => ({
  question,
  label,
  text,
  state,
  at: dayAndTime(new Date(at)),
})

/** Texts of the same form stand below each other. */
export const byForm = <One>(texts: readonly NamedText[], shown: (text: NamedText) => One) =>
  byPlace(texts).map((place) => ({ ...place, texts: place.texts.map(shown) }))

function requestFacts(request: PersonRequest): LogEntry['details'] {
  const { kind, receivedOn, dueOn, openedBy, extension, ground, proposedBy, outcome, closedAt, closedBy } = request
  const facts = [
    { label: 'Recht', value: `${requestKinds[kind].label}, ${requestKinds[kind].article}` },
    { label: 'Eingegangen', value: formatDate(receivedOn) },
    { label: 'Frist', value: formatDate(dueOn) },
    { label: 'Verlängert, weil', value: extension },
    { label: 'Angelegt von', value: openedBy },
    { label: 'Grund', value: groundWords(ground) },
    { label: 'Löschung vorgelegt von', value: proposedBy ?? '' },
    { label: 'Beendet', value: closedAt === null ? '' : `${dayAndTime(closedAt)} von ${closedBy ?? ''}` },
    { label: 'Antwort', value: outcome },
  ]
  return facts.filter(({ value }) => value !== '')
}

/** Of an erasure by its letter; of a refusal as it is kept. */
export const groundWords = (ground: string): string => (isGround(ground) ? groundText(ground) : ground)

/** A request for erasure is refused on one of the grounds of law, others by a sentence. */
function outcomesOf(kind: PersonRequest['kind']): PersonRequestPage['outcomes'] {
  const refused = canErase(kind)
    ? Object.entries(refusals).flatMap(([letter, why]) =>
        isRefusal(letter) ? { value: letter, label: `abgelehnt, ${refusalText(letter)}: ${why}` } : [],
      )
    : []
  const otherwise = kind === 'loeschung' ? [] : [{ value: 'abgelehnt', label: 'abgelehnt' }]
  return [{ value: 'erledigt', label: 'erledigt' }, ...otherwise, ...refused]
}

function proofOf({ before, after, erased, waves, submittedSince }: Proof) {
  const facts = [
    { label: 'Vorher an den gewählten Stellen', value: String(before.chosen) },
    { label: 'Nachher an den gewählten Stellen', value: String(after.chosen) },
    { label: 'Vorher gefunden', value: String(before.found) },
    { label: 'Nachher gefunden', value: String(after.found) },
    {
      label: 'Gelöscht',
      value: `${erased.texts} Texte in ${erased.participants} Formularen und ${erased.submissions} Abgaben, ${erased.initials} Kürzel`,
    },
    { label: 'Verbindungen zur Person getrennt', value: erased.cut ? String(erased.cut) : '' },
    { label: 'Erhebungen', value: waves.join(', ') },
  ]
  return {
    title: 'Nachweis der Löschung',
    lead: 'Gezählt in der Datenbank, unmittelbar vor und nach der Löschung.',
    facts: facts.filter(({ value }) => value !== ''),
    toTell: 'Bitte teilen Sie denen, die sie haben, die Löschung mit (Art. 19 DSGVO).',
    none: noFiles(submittedSince),
  }
}
