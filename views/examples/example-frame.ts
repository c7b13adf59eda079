import type { Contact } from '../page-data/contact.ts'
import type { Visitor } from '../page-data/form-pages.ts'
import type { Frame } from '../page-data/pages.ts'

/** A text that does harm wherever it is printed without being escaped. */
export const hostile = `<script>alert("x")</script>'&`

/** A chart as files. */
export const pictureLinks = [
  { href: '/intern/vergleich/bild/niveau.svg?von=umfrage-1&bis=umfrage-4', label: 'SVG' },
  { href: '/intern/vergleich/bild/niveau.png?von=umfrage-1&bis=umfrage-4', label: 'PNG' },
]

export const contact: Contact = {
  name: 'Geschäftsstelle der Erhebung',
  mail: 'erhebung@example.org',
  phone: '0711 123-456',
  hours: 'montags bis freitags von 9 bis 15 Uhr',
}

export const visitor: Visitor = {
  home: '/erhebung/umfrage-1/117019',
  office: '',
  amend: '',
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117019' },
  several: false,
  editor: 'KM',
  stichtag: '15.12.2018',
  frist: '08.02.2019',
  remaining: 'noch 12 Tage',
  due: null,
  leave: '/abmelden',
  open: true,
  asked: false,
  synthetic: true,
  endsAt: '2019-01-27T14:45:00Z',
  secondsLeft: 2700,
}

/** The frame of a page for somebody who is logged in. */
export function inside(title: string, changes: Partial<Visitor> = {}): Frame {
  return { ...outside(title), help: '/erhebung/umfrage-1/117019/hilfe', visitor: { ...visitor, ...changes } }
}

/** The frame of a page that everybody may see. */
export function outside(title: string): Frame {
  return {
    title,
    assets: { css: '/assets/main.css', js: '/assets/main.js', counting: '/assets/counting.js' },
    csrf: 'marke-123',
    help: '/hilfe',
    operator: { name: 'Beispielinstitut für Erhebungen', logo: null, invented: false },
    visitor: null,
    staff: null,
  }
}

/** The frame of a page for somebody of the staff. */
export function intern(title: string, current = 'Übersicht'): Frame {
  const navigation = ['Übersicht', 'Exporte', 'Verwaltungsdaten', 'Protokoll', 'Konten', 'Konto'].map((label) => ({
    href: `/intern/${label.toLowerCase()}`,
    label,
    current: label === current,
  }))
  const groups = {
    Erhebung: ['Überblick', 'Ablauf', 'Fristen'],
    Feldzeit: ['Rücklauf', 'Stand', 'Anrufe', 'Post'],
    Angaben: ['Prüfen', 'Rückfragen', 'Korrekturen', 'Geändert'],
  }
  const wave = Object.entries(groups).map(([label, pages]) => ({
    label,
    links: pages.map((page) => ({
      href: `/intern/erhebungen/umfrage-1/${page.toLowerCase()}`,
      label: page,
      current: page === current,
    })),
  }))
  return { ...outside(title), staff: { name: 'k.meier', role: 'Forschung', navigation, wave, secondsLeft: 1800 } }
}
