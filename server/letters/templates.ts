import { type BlockGap, type Gap, gaps } from './gaps.ts'

export interface LetterTemplate {
  title: string
  /** It tells a code. */
  carriesCode: boolean
  /** What must stand in it, and what else may. */
  block: BlockGap | undefined
  gaps: readonly Gap[]
}

const words = (Object.keys(gaps) as Gap[]).filter((gap) => !['zugang', 'liste', 'anzahl'].includes(gap))

/** The texts that there are; an operator may replace each. */
export const letterTemplates = {
  einladung: {
    title: 'Einladung mit Link und Zugangscode',
    carriesCode: true,
    block: 'zugang',
    gaps: [...words, 'zugang'],
  },
  anschreiben: { title: 'Anschreiben ohne Zugangscode', carriesCode: false, block: undefined, gaps: words },
  zugangscode: { title: 'Zugangscode allein', carriesCode: true, block: 'zugang', gaps: [...words, 'zugang'] },
  ersatzcode: { title: 'Neuer Zugangscode', carriesCode: true, block: 'zugang', gaps: [...words, 'zugang'] },
  begleitblatt: {
    title: 'Begleitblatt zu den Schreiben eines Verbunds',
    carriesCode: false,
    block: 'liste',
    gaps: [...words, 'liste', 'anzahl'],
  },
} as const satisfies Record<string, LetterTemplate>

export type LetterName = keyof typeof letterTemplates

export const letterNames = Object.keys(letterTemplates) as LetterName[]

export const isLetterName = (text: string): text is LetterName => Object.hasOwn(letterTemplates, text)
