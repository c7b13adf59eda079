import type { PersonErasurePage } from '../../../../views/page-data/person-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { sightMark } from '../../../persons/chosen.ts'
import { cutEffects } from '../../../persons/cut-effects.ts'
import type { PersonFound } from '../../../persons/find-person.ts'
import { grounds, groundText, isGround } from '../../../persons/grounds.ts'
import type { NamedText } from '../../../persons/name-texts.ts'
import { erasedText } from '../../../persons/places.ts'
import { requestWordsYears } from '../../../persons/request-kinds.ts'
import type { PersonRequest } from '../../../store/person-requests.ts'
import { personHref, personStepHref } from './addresses.ts'
import { byForm, foundText, groundWords } from './person-request-page.ts'
import { requestTitle } from './person-requests-page.ts'

interface Shown {
  request: PersonRequest
  texts: readonly NamedText[]
  initials: PersonFound['initials']
  /** The forms that are to lead back to nobody. */
  cut: PersonFound['asked']
  /** How many people have one of the forms open. */
  openForms: number
  /** The account of whoever looks at it. */
  viewer: number
  error: string
}

/** What an erasure would take away and leave, before anybody decides. */
export function personErasurePage({
  request,
  texts,
  initials,
  cut,
  openForms,
  viewer,
  error,
}: Shown): PersonErasurePage {
  const { id, state, ground, proposedBy, proposedById, proposedAt } = request
  return {
    title: requestTitle(request),
    hrefs: {
      request: personHref(id),
      loeschung: personStepHref(id, 'loeschung'),
      zustimmung: personStepHref(id, 'zustimmung'),
      zuruecknahme: personStepHref(id, 'zuruecknahme'),
    },
    seen: sightMark(request),
    forms: byForm(texts, (text) => ({ ...foundText(text), after: afterwards(text) })),
    initials: initials.map(({ label, wave, unit }) => `„${label}“ in ${wave}, ${unit}`),
    cut: cut.map(({ wave, unit }) => `Befragt als ${unit} in ${wave}`),
    effects: effectsOf({ texts, initials, cut, openForms }),
    stage: state === 'open' ? 'propose' : proposedById === viewer ? 'own' : 'consent',
    grounds: Object.entries(grounds).flatMap(([value, why]) =>
      isGround(value) ? { value, label: `${groundText(value)}: ${why}` } : [],
    ),
    facts:
      proposedAt === null
        ? []
        : [
            { label: 'Grund', value: groundWords(ground) },
            { label: 'Vorgelegt', value: `${dayAndTime(proposedAt)} von ${proposedBy ?? ''}` },
          ],
    error,
  }
}

const officeAfter = `Dort steht dann „${erasedText}“.`
const after: Record<string, string> = {
  'contact.draft_value': 'Das Feld ist leer.',
  'public.answer_value': 'Das Feld ist leer.',
  'contact.respondent': 'Die Angabe fehlt in den Kontaktdaten.',
  'public.audit_aside': officeAfter,
  'public.import_batch': officeAfter,
  'staff.upload': officeAfter,
  'contact.dispatch': officeAfter,
  'contact.delegation': `${officeAfter} Eine Adresse ist leer.`,
  'contact.figure_place': 'Die Überschriften sind weg; nach ihrer Zahl wird wieder gefragt.',
  'contact.paper_entry': officeAfter,
  'contact.paper_scan': 'Der ganze Scan ist weg.',
  'contact.field_note': officeAfter,
  'contact.query_entry': officeAfter,
  'contact.roll_up_said': officeAfter,
  'public.kreis_paragraph': 'Der Absatz ist leer.',
  'public.saved_view': officeAfter,
  'public.annex_plan': officeAfter,
  'public.screening_decision': officeAfter,
  'public.amendment': officeAfter,
  'public.text_source': officeAfter,
  'public.codebook': officeAfter,
  'public.codebook_version': officeAfter,
  'public.coding_settlement': officeAfter,
  'public.text_release': officeAfter,
  'public.job': officeAfter,
  'staff.approval': officeAfter,
  'public.registry_import': officeAfter,
  'contact.address': 'Die Angabe ist leer; ist keine mehr da, gibt es die Anschrift nicht mehr.',
  post: 'Die ganze Datei ist weg.',
  'public.submission': 'Die Abgabe bleibt mit ihrer Quittung, ohne diesen Text und mit neuer Prüfsumme.',
}

const afterwards = ({ address: { table } }: NamedText): string => after[table] ?? 'Der Eintrag ist weg.'

type Effective = Pick<Shown, 'texts' | 'initials' | 'cut' | 'openForms'>

function effectsOf({ texts, initials, cut, openForms }: Effective): string[] {
  const people = openForms === 1 ? 'Eine Person hat' : `${openForms} Personen haben`
  return [
    'Alle anderen Antworten bleiben, wie sie sind.',
    ...(openForms === 0
      ? []
      : [
          `${people} ein betroffenes Formular gerade offen. Die Anmeldung dort endet, damit der Text nicht noch einmal ankommt.`,
        ]),
    ...(cut.length === 0 ? [] : cutEffects),
    ...(initials.length === 0 ? [] : ['Was unter den Kürzeln bearbeitet wurde, bleibt ohne Kürzel stehen.']),
    cut.length === 0
      ? `Was in diesem Anliegen selbst steht, bleibt als Nachweis, bis es ${requestWordsYears} Jahre abgeschlossen ist.`
      : 'Wonach in diesem Anliegen gesucht wurde, wird gelöscht, denn es führte zurück. Ergebnis und Nachweis bleiben.',
    ...(texts.length + cut.length === 0
      ? []
      : ['Sicherungen, die zurückgespielt werden, vergessen das Gelöschte wieder.']),
  ]
}
