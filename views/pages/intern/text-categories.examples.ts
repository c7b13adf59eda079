import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextCategoriesPage } from '../../page-data/text-pages.ts'

const frame = intern('Kategorien umfrage-3', 'Texte')
const href = `${ofWave.textsHref}/kategorien`
const page: TextCategoriesPage = {
  ...ofWave,
  listHref: href,
  codebooks: [
    { title: 'Themen', href: `${href}/1`, lines: ['3 Kategorien, Fassung 2', 'gilt für F6: Worum geht es?'] },
    { title: hostile, href: `${href}/2`, lines: ['1 Kategorie'] },
  ],
  add: { href, title: '', text: '' },
  one: undefined,
}
const one: TextCategoriesPage['one'] = {
  id: 1,
  title: 'Themen',
  href: `${href}/1`,
  number: 2,
  files: [
    { href: `${href}/1/datei/csv`, label: 'CSV' },
    { href: `${href}/1/datei/json`, label: 'JSON' },
  ],
  agreementHref: `${href}/1/uebereinstimmung`,
  categories: [
    { key: 'geld', name: 'Leistungen, Schulden', isSub: false, lines: ['Alles, was mit Geld zu tun hat'] },
    { key: 'jobcenter', name: hostile, isSub: true, lines: [] },
  ],
  file: '',
  choices: [{ value: 'geld', label: 'Leistungen, Schulden' }],
  tops: [{ value: 'geld', label: 'Leistungen, Schulden' }],
  fields: [
    { value: 'themen_kom', label: 'F6: Worum geht es?', checked: true, note: '' },
    { value: 'zeit_kom', label: 'F7: Wie lange?', checked: false, note: 'jetzt: Zeit' },
  ],
  versions: [
    { title: 'Fassung 2, 14.01.2019 von k.meier', lines: ['geld heißt jetzt „Leistungen, Schulden“'] },
    { title: 'Fassung 1, 12.01.2019', lines: [] },
  ],
}

export const examples: Examples<'intern/text-categories'> = {
  list: { frame, page },
  faulty: {
    frame,
    page: {
      ...page,
      codebooks: [],
      add: { href, title: '', text: hostile },
      errors: [
        { field: 'titel', message: 'Bitte geben Sie den Kategorien einen Namen.' },
        { field: 'kategorien', message: 'Zeile 3: Der Name fehlt.' },
      ],
    },
  },
  one: { frame, page: { ...page, one, notice: 'Die neue Fassung gilt.' } },
  refused: {
    frame,
    page: { ...page, one, errors: [{ field: 'aktion-teilen', message: 'Die Kategorie „x“ gibt es nicht.' }] },
  },
  unread: {
    frame,
    page: {
      ...page,
      one: { ...one, file: hostile },
      errors: [{ field: 'aktion-einlesen', message: 'Zeile 3, Spalte name: Der Name fehlt.' }],
    },
  },
}
