import type { AnnexDocument } from '../../../analysis/texts/annex/document.ts'
import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextAnnexPage } from '../../page-data/text-pages.ts'

const frame = intern('Anhang umfrage-3', 'Texte')
const section = { title: 'Leistungen', count: '12 Texte von 9 Kommunen', quotes: [`„${hostile}“`], parts: [] }
const annex: AnnexDocument = {
  title: 'Kommentare zur Umfrage (Auszüge)',
  synthetic: true,
  madeOf: 'Aus der Umfrage (umfrage-3), Datenstand 120.',
  introduction: ['Die Kommunen konnten zu jeder Frage einen Kommentar schreiben.'],
  method: ['Grundlage: 30 Texte von 21 Kommunen.', 'Alle Auszüge sind einzeln freigegeben.'],
  chapters: [
    {
      id: 'kapitel-1',
      title: '1. Themen der Beratung',
      sources: 'Frage 6',
      count: '20 Texte von 15 Kommunen',
      outside: '',
      groups: [
        {
          id: 'kapitel-1-a',
          title: '',
          count: '',
          sections: [{ ...section, parts: [{ ...section, title: 'Wohngeld' }] }],
        },
      ],
    },
    {
      id: 'kapitel-2',
      title: '2. Nutzung des Plans',
      sources: 'Fragen 15 + 17',
      count: '10 Texte von 6 Kommunen',
      outside: 'In keiner dieser Gruppen: Anzahl verdeckt.',
      groups: [
        { id: 'kapitel-2-a', title: 'A) Häufig', count: '6 Texte von 4 Kommunen', sections: [section] },
        { id: 'kapitel-2-b', title: 'B) Selten', count: 'Anzahl verdeckt', sections: [] },
      ],
    },
  ],
  counts: {
    id: 'anzahlen',
    title: 'Anzahlen',
    heads: ['Kategorie', 'Texte', 'Kommunen'],
    note: 'verdeckt: Die Zahl erzählte von weniger als dreien.',
    parts: [{ id: 'anzahlen-1', chapter: '1. Themen der Beratung', group: '', rows: [['alle', '20', '15']] }],
  },
  tables: [
    {
      id: 'wer-kommentiert',
      title: 'Wer kommentiert hat, nach Regierungsbezirk',
      heads: ['Regierungsbezirk', 'Kommunen mit Antwort', 'davon mit Kommentar', 'Anteil'],
      rows: [['alle', '60', '21', '35,0 %']],
      note: '',
    },
  ],
}
const page: TextAnnexPage = {
  ...ofWave,
  href: `${ofWave.textsHref}/anhang`,
  releasesHref: `${ofWave.textsHref}/freigabe`,
  plan: '{ "title": "Kommentare" }',
  keepHref: `${ofWave.textsHref}/anhang/gemerkt`,
  title: '',
  own: null,
  plans: [
    { href: `${ofWave.textsHref}/anhang?plan=1`, title: 'Anhang 5', by: 'forschung, 1. Februar 2021', isShown: true },
    { href: `${ofWave.textsHref}/anhang?plan=2`, title: hostile, by: 'feldbuero, 2. Februar 2021', isShown: false },
  ],
  annex,
  files: [
    { value: 'pdf', label: 'PDF' },
    { value: 'html', label: 'HTML' },
  ],
}

export const examples: Examples<'intern/text-annex'> = {
  some: { frame, page },
  own: { frame, page: { ...page, own: 1, title: hostile } },
  refused: {
    frame,
    page: {
      ...page,
      plan: hostile,
      annex: null,
      plans: [],
      errors: [{ field: 'plan', message: 'Der Plan, /chapters: Die Angabe fehlt.' }],
    },
  },
}
