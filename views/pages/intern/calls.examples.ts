import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { CallEntry, CallsPage } from '../../page-data/call-pages.ts'

const frame = intern('Anrufe umfrage-1', 'Rücklauf')
const href = '/intern/erhebungen/umfrage-1/anrufe'

const call: CallEntry = {
  unit: '117019',
  name: 'Eislingen/Fils',
  note: 'GKZ 117019',
  href: '/intern/erhebungen/umfrage-1/teilnehmende/117019',
  badge: { tone: 'info', label: 'begonnen' },
  kreis: 'Landkreis Göppingen',
  person: 'Jörg Müßig, Stadt Eislingen/Fils',
  carrier: 'Landkreis Göppingen',
  phone: { label: '07161 804-0', href: 'tel:071618040' },
  lastContact: '12.01.2019, Telefon, nicht erreicht',
  notes: [
    {
      kind: 'Telefon, wieder anrufen am 14.01.2019',
      text: 'Zuständig ist jetzt das Hauptamt',
      who: 'k.meier',
      at: '12.01.2019, 09:41 Uhr',
    },
  ],
  sheetHref: `${href}/bogen?einheit=117019`,
  form: {
    action: '/intern/erhebungen/umfrage-1/teilnehmende/117019/anruf',
    page: 1,
    text: 'Ruft zurü',
    keptAt: '12.01.2019, 09:50 Uhr',
    day: '15.01.2019',
    error: '',
    open: true,
  },
}
const plain: CallEntry = {
  ...call,
  unit: '117018',
  name: 'Ebersbach an der Fils',
  note: 'GKZ 117018',
  badge: { tone: 'danger', label: 'Post oder Mail kam zurück' },
  person: '',
  carrier: '',
  phone: undefined,
  lastContact: 'noch keiner',
  notes: [],
  form: { ...(call.form ?? fail()), text: '', keptAt: '', open: false },
}

const page: CallsPage = {
  id: 'umfrage-1',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  waveHref: '/intern/erhebungen/umfrage-1',
  synthetic: true,
  scope: '',
  order: 'Oben steht, ohne wen in den veröffentlichten Summen am meisten fehlt: Die Reihenfolge folgt den Einwohnern.',
  found: 'Von 213 Kommunen fehlen die Antworten',
  sheets: [
    { href: `${href}/bogen?anzahl=10`, label: 'für die ersten 10' },
    { href: `${href}/bogen?anzahl=20`, label: 'für die ersten 20' },
  ],
  groups: [
    { id: 'faellig', title: 'Für heute oder früher verabredet', calls: [call] },
    { id: 'offen', title: 'Noch anzurufen', calls: [plain] },
  ],
  pages: { previous: '', next: `${href}?seite=2`, position: 'Seite 1 von 11' },
  errors: [],
  notice: 'Salach: erreicht, vermerkt.',
}

function fail(): never {
  throw new Error('the example has no form')
}

export const examples: Examples<'intern/calls'> = {
  some: { frame, page },
  nobody: {
    frame,
    page: { ...page, found: 'Von 0 Kommunen fehlen die Antworten', sheets: [], groups: [], scope: hostile, notice: '' },
  },
  faulty: {
    frame,
    page: {
      ...page,
      notice: '',
      groups: [
        {
          id: 'offen',
          title: 'Noch anzurufen',
          calls: [
            {
              ...call,
              name: hostile,
              person: hostile,
              carrier: hostile,
              lastContact: hostile,
              form: { ...(call.form ?? fail()), text: hostile, day: hostile, error: hostile },
            },
            { ...plain, form: undefined },
          ],
        },
      ],
      errors: [{ field: 'tag-117019', message: hostile }],
    },
  },
}
