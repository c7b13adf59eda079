import { bars } from '../../charts/bars.ts'
import { boxes } from '../../charts/boxes.ts'
import { draw } from '../../charts/draw.ts'
import { histogram } from '../../charts/histogram.ts'
import { stacked } from '../../charts/stacked.ts'
import { hostile, intern, pictureLinks } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ChartFigure, ChoiceForm, FigureTable } from '../../page-data/evaluation-pages.ts'

const options = [{ value: 'groesse', label: 'Größe der Kommune', selected: true }]
const form: ChoiceForm = {
  action: '/intern/auswertung/umfrage-1/zp_gesamt',
  kept: [{ name: 'stand', value: '2891' }],
  choices: [{ name: 'nach', label: 'Gruppen', groups: [{ label: '', options }] }],
  resetHref: '',
}
const frame = intern('F4 Zielpersonen', 'Auswertung')
const table: FigureTable = { head: ['Angabe', 'n', 'Summe'], rows: [[hostile, '682', '83.936']] }

async function figure(id: string, spec: Parameters<typeof draw>[0]): Promise<ChartFigure> {
  const title = `Bild ${id}`
  return {
    id,
    title,
    text: hostile,
    svg: await draw(spec, { id, title, description: hostile, notes: [hostile] }),
    key: [],
    downloads: pictureLinks,
    table,
  }
}

const scale = ['sehr wichtig', 'wichtig', 'weniger wichtig', 'unwichtig']
const parts = scale.map((label, place) => ({ label, value: [40, 30, 20, 10][place] ?? 0 }))
const charts = await Promise.all([
  figure('summen', bars([{ label: hostile, value: 1200, text: '1.200' }], 'Summe')),
  figure('gruppen', boxes([{ label: hostile, low: 2, middle: 5, high: 9, text: '5' }], 'Angabe')),
  figure('skala', stacked([{ label: hostile, parts }], scale)),
  figure(
    'verteilung',
    histogram(
      [
        { from: 0, to: 10, count: 5 },
        { from: 10, to: undefined, count: 9 },
      ],
      { axisTitle: 'Angabe', countTitle: 'Kommunen', changes: false, format: String },
    ),
  ),
])
const head = { wave: 'Lage der Geflüchteten, 15.12.2018', number: 'F4', form, previous: null }

export const examples: Examples<'intern/question'> = {
  numbers: {
    frame,
    page: {
      ...head,
      title: hostile,
      error: '',
      next: { href: '/intern/auswertung/umfrage-1/zp_status', label: 'F5 Status' },
      result: {
        sections: [
          {
            id: 'antworten-abschnitt',
            title: 'Antworten',
            paragraphs: [],
            charts,
            tables: [{ label: 'Angaben', table }],
          },
        ],
        origin: {
          facts: [{ label: 'Datenstand', lines: ['Datenstand 2893: 2.891 Abgaben'] }],
          permanentHref: '/intern/auswertung/umfrage-1/zp_gesamt?stand=2891',
          downloads: [
            { href: '/intern/auswertung/umfrage-1/zp_gesamt/skript/R?stand=2891', label: 'Skript in R' },
            { href: '/intern/auswertung/umfrage-1/zp_gesamt/skript/do?stand=2891', label: 'Skript in Stata' },
          ],
          files: [{ wave: 'umfrage-1', name: 'umfrage-1' }],
          werte: 'korrigiert',
        },
      },
    },
  },
  impossible: {
    frame,
    page: {
      ...head,
      title: 'Zielpersonen',
      error: `Den Filter „${hostile}“ erfüllt niemand.`,
      next: null,
      result: null,
    },
  },
}
