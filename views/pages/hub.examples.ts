import { amendments } from '../examples/example-amendments.ts'
import { answers, instrument } from '../examples/example-answers.ts'
import { contact, hostile, inside, intern } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { HubPage } from '../page-data/form-pages.ts'
import { query } from './query.examples.ts'

const states: HubPage['sections'][number]['state'][] = ['erledigt', 'erledigt', 'zu prüfen', 'offen', 'leer']

const sections = instrument.sections.map(({ id, title, questions }, index): HubPage['sections'][number] => ({
  href: `/erhebung/umfrage-1/117019/${id}`,
  title,
  numbers: `${questions[0]?.number} bis ${questions.at(-1)?.number}`,
  state: states[index] ?? 'leer',
  filled: index < 4 ? '12 von 40 Feldern' : '0 von 14 Feldern',
  lastSaved: index < 4 ? 'zuletzt KM, 14.01.2019, 14:03 Uhr' : '',
}))

const begun: HubPage = {
  introduction: instrument.introduction,
  sections,
  progress: { filled: Object.keys(answers).length, total: instrument.variables.length },
  signals: 2,
  errors: 1,
  receipts: [],
  changedSince: false,
  amended: null,
  papers: { blank: '/erhebung/umfrage-1/117019/papier/leer', filled: '/erhebung/umfrage-1/117019/papier/stand' },
  delegations: {
    href: '/erhebung/umfrage-1/117019/zuarbeit',
    summary: '',
    done: [],
    notedHref: '/erhebung/umfrage-1/117019/zuarbeit/gesehen',
    open: true,
  },
  responsible: '',
  ownFile: '/erhebung/umfrage-1/117019/eigene-datei',
  counting: '/erhebung/umfrage-1/117019/auszaehlen',
  preparation: '/erhebungen/umfrage-1/vorbereitung',
  contact,
  present: { href: '/erhebung/umfrage-1/117019/angemeldet', count: 2 },
  parked: null,
  seen: '',
  notice: '',
  extended: '',
  closed: '',
  queries: [],
}

export const examples: Examples<'hub'> = {
  amended: {
    frame: inside('Übersicht', { open: false }),
    page: { ...begun, amended: { href: '/erhebung/umfrage-1/117019/korrekturen', entries: amendments } },
  },
  extended: {
    frame: inside('Übersicht'),
    page: { ...begun, extended: 'Ihre Frist ist verlängert: bis 15.02.2019 statt bis 08.02.2019.' },
  },
  begun: { frame: inside('Übersicht'), page: begun },
  asked: {
    frame: inside('Übersicht', { open: false, asked: true, remaining: 'abgelaufen am 08.02.2019' }),
    page: { ...begun, queries: [query, { ...query, id: 8, label: hostile, due: '', open: false }] },
  },
  fresh: {
    frame: inside('Übersicht', { editor: '', stichtag: '', synthetic: false }),
    page: {
      ...begun,
      sections: sections.map((section) => ({ ...section, state: 'leer', filled: '0 von 14 Feldern', lastSaved: '' })),
      progress: { filled: 0, total: 160 },
      signals: 0,
      errors: 0,
      responsible: '/erhebung/umfrage-1/117019/zustaendig',
      delegations: {
        href: '/erhebung/umfrage-1/117019/zuarbeit',
        summary: '1 von 3 erledigt',
        done: [`${hostile}, 14:03 Uhr: „Deutsch“`],
        notedHref: '/erhebung/umfrage-1/117019/zuarbeit/gesehen',
        open: true,
      },
    },
  },
  submitted: {
    frame: inside('Übersicht', {
      unit: { label: 'Kommune', name: hostile, note: hostile },
      several: true,
      editor: hostile,
    }),
    page: {
      ...begun,
      introduction: [hostile],
      sections: sections.map((section) => ({ ...section, title: hostile, lastSaved: hostile })),
      receipts: [
        {
          href: '/erhebung/umfrage-1/117019/quittung/B2',
          number: 'Q-7F3K-2',
          submittedAt: '14.01.2019, 14:03 Uhr',
          revision: 2,
          corrected: 'berichtigt am 14.01.2019 durch die erhebende Stelle auf Antrag',
        },
        {
          href: '/erhebung/umfrage-1/117019/quittung/B1',
          number: 'Q-7F3K-1',
          submittedAt: '12.01.2019, 09:41 Uhr',
          revision: 1,
          corrected: '',
        },
      ],
      changedSince: true,
      parked: { href: '/erhebung/umfrage-1/117019/aufbewahrt', count: 2 },
    },
  },
  seenByOffice: {
    frame: inside('Übersicht'),
    page: {
      ...begun,
      seen: 'Am 14.01.2019 hat die erhebende Stelle Ihren Fragebogen angesehen, um Ihnen zu helfen oder Angaben zu prüfen.',
    },
  },
  forOffice: {
    frame: {
      ...inside('Übersicht', { office: '/intern/erhebungen/umfrage-1/teilnehmende/117019' }),
      staff: intern('').staff,
    },
    page: { ...begun, present: null, delegations: null },
  },
  closed: {
    frame: inside('Übersicht', { open: false, remaining: 'abgelaufen am 08.02.2019' }),
    page: { ...begun, contact: { name: hostile, mail: '', phone: '', hours: '' }, closed: hostile },
  },
}
