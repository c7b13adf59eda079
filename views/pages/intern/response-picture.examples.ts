import { curve } from '../../charts/curve.ts'
import { draw } from '../../charts/draw.ts'
import { hostile, intern, pictureLinks } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ResponsePicturePage } from '../../page-data/field-pages.ts'

const list = '/intern/erhebungen/umfrage-4/ruecklauf'
const frame = intern('Stand umfrage-4', 'Stand')
const description = `umfrage-4: Tag 0 1,0 %, Tag 3 20,0 %. ${hostile}`
const svg = await draw(
  curve({
    lines: [
      { label: 'umfrage-4', points: [1, 6, 14, 20].map((value, at) => ({ at, value })) },
      { label: hostile, points: [2, 9, 15, 22, 40, 41, 63].map((value, at) => ({ at, value })), faint: true },
    ],
    expected: { at: 6, value: 58.4 },
    mark: { at: 6, label: 'Frist' },
    axis: 'Tage seit der Öffnung',
  }),
  { id: 'verlauf', title: 'Wer abgesendet hat', description, notes: ['n = 12', hostile] },
)

const group = (name: string, asked: string, sent: string, share: number) => ({
  name,
  href: `${list}?kreis=117`,
  asked,
  sent: { text: sent, href: `${list}?kreis=117&gesendet=ja` },
  rate: `${share * 100},0 %`,
  share,
})

const page: ResponsePicturePage = {
  id: 'umfrage-4',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  waveHref: '/intern/erhebungen/umfrage-4',
  synthetic: true,
  scope: '',
  many: 'Kommunen',
  counts: [
    { label: 'von 1.101 abgesendet (20,0 %)', count: '220', href: `${list}?gesendet=ja` },
    { label: 'noch nicht', count: '881', href: `${list}?gesendet=nein` },
  ],
  curve: {
    id: 'verlauf',
    title: 'Wer abgesendet hat',
    text: 'Anteil Tag für Tag.',
    svg,
    key: [],
    downloads: pictureLinks,
    table: { head: ['Tag', 'abgesendet', 'zusammen', hostile], rows: [['0 (29.11.2026)', '11', '1,0 %', '2,0 %']] },
  },
  expectation: ['Zur Frist sind 58,4 % zu erwarten.', hostile],
  kreise: {
    tiles: [
      { sign: 'GP', text: '50 %', title: hostile, href: `${list}?kreis=117`, step: 'third', x: 256, y: 176 },
      { sign: 'S', text: '0 %', title: 'Stuttgart: 0 von 1', href: `${list}?kreis=111`, step: 'first', x: 192, y: 176 },
      { sign: 'UL', text: '100 %', title: 'Ulm: 1 von 1', href: `${list}?kreis=421`, step: 'fifth', x: 256, y: 220 },
      { sign: 'FN', text: '–', title: '', href: '', step: 'none', x: 256, y: 352 },
    ],
    steps: [
      { step: 'first', label: 'unter 20 %' },
      { step: 'fifth', label: 'ab 80 %' },
    ],
    rows: [group('Göppingen', '38', '19', 0.5), group(hostile, '1', '0', 0)],
  },
  sizes: [group('unter 2.000 Einwohner', '90', '18', 0.2)],
  verbuende: Array.from({ length: 13 }, (_none, place) => group(`Verbund ${place}`, '5', '1', 0.2)),
  still: {
    action: '/intern/erhebungen/umfrage-4/stand',
    days: 7,
    count: '34',
    rows: [
      {
        name: hostile,
        note: '117019',
        href: '/intern/erhebungen/umfrage-4/teilnehmende/117019',
        badge: { tone: 'info', label: 'begonnen' },
        progress: '12 von 140',
        saved: '20.11.2026',
      },
    ],
    listHref: `${list}?ruht=2026-11-22`,
  },
  stops: {
    rows: [
      {
        title: 'Zielgruppe',
        open: { text: '12', href: `${list}?offen=zielgruppe` },
        saved: { text: '0', href: '' },
        minutes: '4 (2 bis 9)',
      },
      { title: hostile, open: { text: '0', href: '' }, saved: { text: '12', href: `${list}?zuletzt=x` }, minutes: '–' },
    ],
    times: ['Vom ersten Öffnen bis zum Absenden vergehen im Median 3,2 Tage.', hostile],
  },
  burden: ['Nach eigener Angabe dauerte das Ausfüllen im Median 90 Minuten (12 Angaben).', hostile],
}

export const examples: Examples<'intern/response-picture'> = {
  all: { frame, page },
  oneKreis: { frame, page: { ...page, scope: hostile, kreise: { ...page.kreise, tiles: [] } } },
  nothing: {
    frame,
    page: {
      ...page,
      synthetic: false,
      curve: undefined,
      expectation: [],
      kreise: { tiles: [], steps: [], rows: [] },
      sizes: [],
      verbuende: [],
      still: { ...page.still, days: 1, rows: [] },
      stops: { rows: page.stops.rows, times: [] },
    },
  },
}
