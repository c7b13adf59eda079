import { draw } from '../../charts/draw.ts'
import { dumbbell } from '../../charts/dumbbell.ts'
import { histogram } from '../../charts/histogram.ts'
import { slope } from '../../charts/slope.ts'
import { tileMap } from '../../charts/tile-map.ts'
import { hostile, intern, pictureLinks } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ChartFigure, ChoiceForm, ComparisonPage } from '../../page-data/evaluation-pages.ts'

const form: ChoiceForm = {
  action: '/intern/vergleich',
  kept: [{ name: 'variable', value: 'zp_gesamt' }],
  choices: [
    {
      name: 'nach',
      label: 'Gruppen',
      groups: [
        { label: '', options: [{ value: '', label: 'keine', selected: true }] },
        {
          label: 'Antworten: Rahmenbedingungen, Frist 21.06.2019',
          options: [{ value: 'x', label: hostile, selected: false }],
        },
      ],
    },
  ],
  fields: [
    { name: 'relevant', label: 'Kleinste Veränderung, die zählt', hint: 'Steht unter „Genauigkeit“', value: hostile },
  ],
  resetHref: '/intern/vergleich?variable=zp_gesamt',
}

async function figure(id: string, title: string, spec: Parameters<typeof draw>[0]): Promise<ChartFigure> {
  const text = `${title} in Worten ${hostile}`
  return {
    id,
    title,
    text,
    svg: await draw(spec, { id, title, description: text, notes: ['n = 12', hostile] }),
    key: [],
    downloads: pictureLinks,
    table: null,
  }
}

const groups = [
  { label: 'unter 2.000 Einwohner', before: 12.1, after: 10.4, beforeText: '12,1', afterText: '10,4', change: '−1,7' },
  { label: hostile, before: 30, after: 31.5, beforeText: '30', afterText: '31,5', change: '+1,5' },
]
const classes = [
  { from: undefined, to: -15, count: 4 },
  { from: -15, to: -5, count: 40 },
  { from: -5, to: 5, count: 90 },
  { from: 5, to: 15, count: 12 },
]
const charts = await Promise.all([
  figure('niveau', 'Niveau', slope(groups, ['1. Welle, 15.12.2018', hostile])),
  figure('gruppen', 'Gruppen', dumbbell(groups, 'Mittelwert')),
  figure(
    'verteilung',
    'Verteilung',
    histogram(classes, {
      axisTitle: 'Veränderung',
      countTitle: 'Kommunen',
      changes: true,
      format: String,
      mark: { at: -2, label: 'Mittel −2' },
    }),
  ),
  figure(
    'karte',
    'Karte',
    tileMap(
      [
        { kreis: '117', value: -9, text: '−9' },
        { kreis: '118', value: 2, text: '+2' },
        { kreis: '119', value: 0, text: '0' },
      ],
      [
        { from: undefined, to: 0, count: 1, label: 'unter 0' },
        { from: 0, to: 5, count: 2, label: '0 bis unter +5' },
      ],
      'Veränderung',
    ),
  ),
])
const table = {
  head: ['', '1. Welle, 15.12.2018', '2. Welle, 31.01.2020'],
  rows: [
    ['Mittelwert', '139,4', '130,5'],
    [hostile, '56', '52'],
  ],
}
const [, dumbbells = charts[0] as ChartFigure] = charts

const result: NonNullable<ComparisonPage['result']> = {
  label: 'Anzahl Zielpersonen in Kommune',
  name: 'zp_gesamt',
  caveat: { label: 'gleich gefragt', tone: 'success', why: 'Frage und Zielgruppe sind dieselben.' },
  warnings: [hostile],
  notes: ['Bezugsgröße: alle Zielpersonen.', hostile],
  facts: [
    { label: 'Paare', value: '514', note: 'von 1.101 Kommunen' },
    { label: 'Mittlere Veränderung', value: '−8,93', note: hostile },
  ],
  sections: [
    {
      id: 'ergebnis',
      title: 'Ergebnis',
      paragraphs: ['Aus 71.655 wurden 67.063 (−4.592).', hostile],
      charts: [
        ...charts.slice(0, 1),
        {
          ...dumbbells,
          key: [
            { sign: 'before', label: '1. Welle, 15.12.2018' },
            { sign: 'after', label: hostile },
          ],
          table,
        },
        ...charts.slice(2),
      ],
      tables: [],
    },
    {
      id: 'gruppen-abschnitt',
      title: 'Nach: Größe der Kommune',
      paragraphs: [hostile],
      charts: [],
      tables: [{ label: 'Nach: Größe der Kommune', table }],
    },
    {
      id: 'niveau-abschnitt',
      title: 'Niveau je Welle',
      paragraphs: [],
      charts: [],
      tables: [
        { label: 'Niveau je Welle', table },
        { label: hostile, table },
      ],
    },
  ],
  origin: {
    facts: [{ label: 'Datenstand', lines: ['Datenstand 2893: 2.891 Abgaben', hostile] }],
    permanentHref: '/intern/vergleich?variable=zp_gesamt&stand=2891',
    downloads: [{ href: '/intern/vergleich/skript.R', label: 'Skript in R' }],
    files: [
      { wave: 'umfrage-1', name: 'umfrage-1-erhoben' },
      { wave: hostile, name: hostile },
    ],
    werte: 'erhoben',
  },
}

const frame = intern('Anzahl Zielpersonen in Kommune', 'Vergleich')
const named = { id: '1', href: '/x', title: hostile, note: hostile, by: hostile, actHref: '/x' }
const save = { action: '/x', address: '/intern/vergleich?x=y', title: hostile }
const overviewHref = '/intern/vergleich?von=umfrage-1&bis=umfrage-4'

export const examples: Examples<'intern/comparison'> = {
  numbers: { frame, page: { form, overviewHref, saved: named, save, error: '', result } },
  hidden: {
    frame,
    page: {
      form,
      overviewHref,
      saved: null,
      save,
      error: '',
      result: {
        ...result,
        facts: [],
        sections: [
          {
            id: 'ergebnis',
            title: 'Ergebnis',
            paragraphs: ['Weniger als 3 Kommunen: nicht gezeigt.'],
            charts: [],
            tables: [],
          },
        ],
      },
    },
  },
  impossible: {
    frame,
    page: {
      form,
      overviewHref,
      saved: null,
      save: null,
      error: `Die Variable „${hostile}“ gibt es nicht.`,
      result: null,
    },
  },
}
