/** What a letter may leave a gap for, with what comes there. A line whose gaps are all empty is left out. */
export const gaps = {
  anrede: '„Guten Tag“, mit der Ansprechperson, falls eine bekannt ist',
  kommune: 'Name der Kommune oder des Verbunds',
  kennung: 'GKZ oder Nummer',
  erhebung: 'Titel der Erhebung',
  stichtag: 'Stichtag der Erhebung',
  frist: 'letzter Tag für Antworten',
  link: 'Adresse, unter der man sich mit dem Zugangscode anmeldet',
  zugang: 'der Kasten mit Adresse, Zugangscode und QR-Code; steht allein auf einer Zeile',
  liste: 'im Begleitblatt die Liste der Nummern; steht allein auf einer Zeile',
  anzahl: 'im Begleitblatt, wie viele Schreiben beiliegen',
  betreiber: 'wer die Erhebung durchführt',
  stelle: 'wer Fragen beantwortet',
  telefon: 'dessen Telefonnummer',
  mail: 'dessen E-Mail-Adresse',
  sprechzeiten: 'wann jemand erreichbar ist',
} as const

export type Gap = keyof typeof gaps
/** What comes into the gaps that are words. */
export type Filling = Readonly<Record<Exclude<Gap, BlockGap>, string>>

/** What is more than words, and so takes a line for itself. */
const blocks = ['zugang', 'liste'] as const
export type BlockGap = (typeof blocks)[number]

export const isGap = (name: string): name is Gap => Object.hasOwn(gaps, name)
export const isBlock = (name: string): name is BlockGap => blocks.some((block) => block === name)
