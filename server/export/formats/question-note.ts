import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'

/** The question that a column answers, as it is asked: for formats that keep notes beside labels. */
export const questionNote = ({ number, question }: DescribedColumn): string[] =>
  question === undefined ? [] : [`${number === undefined ? 'Frage' : `Frage ${number}`}: ${question}`]
