import { commonGaps } from '../templates/common-gaps.ts'

/** What a letter may leave a gap for, with what comes there. A line whose gaps are all empty is left out. */
export const gaps = {
  ...commonGaps,
  zugang: 'der Kasten mit Adresse, Zugangscode und QR-Code; steht allein auf einer Zeile',
  liste: 'im Begleitblatt die Liste der Nummern; steht allein auf einer Zeile',
  anzahl: 'im Begleitblatt, wie viele Schreiben beiliegen',
} as const

export type Gap = keyof typeof gaps
/** What comes into the gaps that are words. */
export type Filling = Readonly<Record<Exclude<Gap, BlockGap>, string>>

/** What is more than words, and so takes a line for itself. */
export const blocks = ['zugang', 'liste'] as const
export type BlockGap = (typeof blocks)[number]

export const isBlock = (name: string): name is BlockGap => blocks.some((block) => block === name)
