import type { CodebookTable } from '../codebook.ts'

/** An id begins with a letter, whatever the wave is called. */
const ascii = (text: string) => text.replaceAll(/[^\w.-]/g, '_')

export const fileOf = ({ file }: Pick<CodebookTable, 'file'>): string => `F.${ascii(file)}`

export const variableId = (file: string, name: string): string => `V.${ascii(file)}.${ascii(name)}`

/** A question has the id of its concept, so that it is the same in the codebooks of all waves; in one of several waves it names the file. */
export const questionId = (file: string, concept: string, isAlone: boolean): string =>
  isAlone ? `Q.${ascii(concept)}` : `Q.${ascii(file)}.${ascii(concept)}`
