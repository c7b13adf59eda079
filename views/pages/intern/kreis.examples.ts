import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Landkreis Göppingen', 'Kreis')
const cells = (...texts: string[]) => texts.map((text) => ({ text }))
const page = {
  title: 'Landkreis Göppingen',
  notice: '',
  scope: '',
  reportHref: '/intern/kreis/117/bericht',
  facts: [
    { label: 'Kommunen', value: '38', note: 'die eigene Verwaltung: 5, der Kreis: 33' },
    { label: 'Integrationsmanager/-innen', value: '21', note: '17,7 VZÄ, jede Person einmal' },
  ],
  waves: [
    {
      title: 'Umfrage 1 (umfrage-1)',
      lines: ['läuft', '12 von 38 Kommunen abgesendet'],
      remindHref: '/intern/kreis/117/erinnern/umfrage-1',
    },
    { title: hostile, lines: ['geschlossen', '30 von 38 Kommunen abgesendet'], remindHref: '' },
  ],
  figures: [
    {
      title: 'Kennzahlen zum Integrationsmanagement 2024',
      lines: ['noch nicht freigegeben', '37 von 41 Angaben eingegangen', `Es fehlen: 117000-002, ${hostile}`],
      href: '/intern/erhebungen/kennzahlen/zusammenfuehrung/kreis/117',
    },
    {
      title: 'Kennzahlen zum Integrationsmanagement 2023',
      lines: [],
      href: '/intern/erhebungen/kennzahlen-2023/zusammenfuehrung',
    },
  ],
  kommunen: {
    heads: ['Kommune', 'Durchführung', 'umfrage-1', 'umfrage-2'],
    rows: [
      cells('Adelberg (117001)', 'der Kreis: Landkreis Göppingen', 'abgesendet', 'begonnen'),
      cells('Eislingen/Fils (117019)', hostile, 'angeschrieben', 'nicht gefragt'),
    ],
  },
  others: [
    {
      ...{ label: 'Zuwendungsempfänger', heads: ['Zuwendungsempfänger', 'kennzahlen-traeger'] },
      rows: [cells('Landkreis Göppingen (117000)', 'abgesendet')],
    },
    { label: 'Integrationsmanager/-innen', heads: ['Nummer', 'umfrage-3'], rows: [cells('117000-001', 'geöffnet')] },
  ],
}

export const examples: Examples<'intern/kreis'> = {
  some: { frame, page: { ...page, notice: 'Die Erinnerung ist geplant und geht gleich hinaus.' } },
  scoped: {
    frame,
    page: {
      ...{ ...page, scope: 'Salach', reportHref: '', waves: [], figures: [] },
      ...{ kommunen: { heads: [], rows: [] }, others: [] },
    },
  },
}
