import { commonGaps } from '../templates/common-gaps.ts'

/** What a mail may leave a gap for, with what comes there. A line whose gaps are all empty is left out. */
export const gaps = {
  ...commonGaps,
  code: 'Zugangscode; nur in Vorlagen, die einen mitteilen',
  offene_abschnitte: 'die Abschnitte, in denen noch etwas fehlt, einer je Zeile',
  rueckfragen: 'wozu zurückgefragt wird und bis wann, eine Zeile je Rückfrage',
  eingangsnummer: 'Eingangsnummer der Abgabe',
  abgesendet_am: 'Tag und Uhrzeit der Abgabe',
  abschnitte: 'die Abschnitte, um die jemand eine Kollegin oder einen Kollegen bittet, einer je Zeile',
  nachricht: 'was dazu geschrieben wurde',
  erbeten_bis: 'bis wann darum gebeten wird',
  zuarbeit_link: 'Link, der diese Abschnitte öffnet',
  schluessel: 'der Schlüssel in diesem Link, für den, der ihn abtippt',
} as const

export type Gap = keyof typeof gaps
export type Filling = Readonly<Record<Gap, string>>
