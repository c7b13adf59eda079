import { kreisReport } from '../../../analysis/kreisbericht/kreis-report.ts'
import { sectionIds, sectionTitles } from '../../../analysis/kreisbericht/sections.ts'
import type { KreisFacts } from '../../../schemas/kreisbericht.ts'
import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { KreisReportPage } from '../../page-data/kreis-report-pages.ts'

const frame = intern('Integrationsmanagement im Landkreis Göppingen 2024', 'Kreis')
const origin = 'Verzeichnis der Einsätze am 31.12.2024, jede Person einmal, im Kreis ihres größten Anteils'
const year = (number: number) => ({ from: `${number}-01-01`, until: `${number}-12-31`, origin: `Kennzahlen ${number}` })
const facts: KreisFacts = {
  kreis: 'Landkreis Göppingen',
  asOf: '2024-12-31',
  invented: true,
  providers: [
    { kind: 'own', kommunen: [{ name: 'Donzdorf' }, { name: hostile }], origin },
    { kind: 'kreis', kommunen: 'others', origin },
  ],
  figures: {
    staffPersons: [
      { value: 10, at: '2023-12-31', origin },
      { value: 16, at: '2024-12-31', origin },
    ],
    staffVzae: [
      { value: 8.05, at: '2023-12-31', origin },
      { value: 13.45, at: '2024-12-31', origin },
    ],
    consultations: [
      { value: null, why: 'Der Kreis hat sie noch nicht freigegeben', ...year(2023) },
      { value: 4210, precision: 'least', ...year(2024) },
    ],
  },
}
const { highlights, sections, notes } = kreisReport(facts)
const choices = (years: string[]) =>
  ['Jahr des Berichts', 'Vergleich mit'].map((label, place) => ({
    ...{ name: place === 0 ? 'jahr' : 'vergleich', label },
    groups: [{ label: '', options: years.map((value) => ({ value, label: value, selected: false })) }],
  }))

const page: KreisReportPage = {
  kreisHref: '/intern/kreis/117',
  kreis: 'Landkreis Göppingen',
  title: 'Integrationsmanagement im Landkreis Göppingen',
  year: '2024',
  asOf: '31.12.2024',
  notice: 'Der Absatz ist gespeichert.',
  problem: '',
  form: { action: '/intern/kreis/117/bericht', kept: [], choices: choices(['2024', '2023']), resetHref: '' },
  isEmpty: false,
  invented: true,
  files: ['PDF', 'HTML'].map((label) => ({ href: `/intern/kreis/117/bericht/2024/datei/${label}`, label })),
  highlights,
  sections: sectionIds.map((id) => ({
    ...{ id, title: sectionTitles[id], nothing: 'Dazu liegt keine Angabe vor.' },
    blocks: [...(sections.find((one) => one.id === id)?.blocks ?? [])],
    own: id === 'staff' ? { paragraphs: ['Zwei Stellen sind neu.', hostile], written: 'l.kreis, 03.02.2025' } : null,
    write: {
      href: `/intern/kreis/117/bericht/2024/${id}`,
      label: id === 'staff' ? 'Absatz ändern' : 'Absatz schreiben',
    },
  })),
  notes,
}

export const examples: Examples<'intern/kreis-report'> = {
  some: { frame, page },
  empty: {
    frame,
    page: {
      ...{ ...page, notice: '', problem: 'Für 2031 gibt es keinen Bericht. Gezeigt ist 2024.', isEmpty: true },
      ...{ invented: false, highlights: [], notes: [] },
      sections: page.sections.map((one) => ({ ...one, blocks: [], own: null })),
    },
  },
}
