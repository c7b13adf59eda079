/** What a template may leave a gap for, with what comes there. A line whose gaps are all empty is left out. */
export const gaps = {
  anrede: '„Guten Tag“, mit der Ansprechperson, falls eine bekannt ist',
  kommune: 'Name der Kommune oder des Verbunds',
  kennung: 'GKZ oder Nummer',
  erhebung: 'Titel der Erhebung',
  stichtag: 'Stichtag der Erhebung',
  frist: 'letzter Tag für Antworten, auch ein verlängerter',
  link: 'Adresse, unter der man sich mit dem Zugangscode anmeldet',
  code: 'Zugangscode; nur in Vorlagen, die einen mitteilen',
  offene_abschnitte: 'die Abschnitte, in denen noch etwas fehlt, einer je Zeile',
  eingangsnummer: 'Eingangsnummer der Abgabe',
  abgesendet_am: 'Tag und Uhrzeit der Abgabe',
  betreiber: 'wer die Erhebung durchführt',
  stelle: 'wer Fragen beantwortet',
  telefon: 'dessen Telefonnummer',
  mail: 'dessen E-Mail-Adresse',
  sprechzeiten: 'wann jemand erreichbar ist',
} as const

export type Gap = keyof typeof gaps
export type Filling = Readonly<Record<Gap, string>>

export const isGap = (name: string): name is Gap => Object.hasOwn(gaps, name)
