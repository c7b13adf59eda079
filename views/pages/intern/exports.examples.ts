import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ExportsPage } from '../../page-data/staff-pages.ts'
import { download } from './log.examples.ts'

const frame = intern('Exporte', 'Exporte')
const page: ExportsPage = {
  problem: '',
  chosen: {},
  waves: [
    { id: 'umfrage-1', label: 'umfrage-1: Umfrage zur Lage der Geflüchteten vor Ort, Stichtag 15.12.2018' },
    { id: hostile, label: hostile },
  ],
  isOutside: false,
  files: [
    {
      label: 'Mit Kommune oder Person',
      files: [
        { code: 'antworten', label: 'Antworten' },
        { code: 'codebuch', label: 'Codebuch' },
      ],
    },
    { label: 'Ohne dass jemand zu erkennen ist', files: [{ code: 'suf', label: 'Scientific-Use-File' }] },
  ],
  reports: [
    { label: 'umfrage-1', href: '/intern/exporte/umfrage-1/risiko' },
    { label: hostile, href: '/intern/exporte/x/risiko' },
  ],
  values: [{ code: 'korrigiert', label: 'korrigiert, mit den Korrekturen des Feldbüros' }],
  formats: [{ code: 'csv', label: 'csv: Komma, UTF-8' }],
  carrying: [
    [
      'csv',
      'Komma, UTF-8, für Statistikprogramme',
      'Typen und Bezeichnungen: sie stehen im Codebuch. Texte mit = am Anfang.',
    ],
    ['parquet', hostile, hostile],
  ],
  offersPackages: true,
  offersCodings: true,
  downloads: [download],
}

export const examples: Examples<'intern/exports'> = {
  several: { frame, page },
  refused: {
    frame,
    page: {
      ...page,
      problem: '„zahl“: 9007199254740993 ist als Zahl in Stata nicht genau.',
      chosen: { datei: 'codebuch', seit: hostile },
    },
  },
  outside: { frame, page: { ...page, isOutside: true, chosen: { datei: 'suf' }, reports: [] } },
  none: { frame, page: { ...page, waves: [], reports: [], downloads: [] } },
}
