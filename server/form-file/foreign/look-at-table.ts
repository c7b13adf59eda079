import { open } from 'node:fs/promises'
import { otherKind } from '../../../analysis/sources/other-kind.ts'
import { type Figure, mostFigures } from '../../../surveys/foreign-table/figure.ts'
import { findFigures } from '../../../surveys/foreign-table/find-figures.ts'
import { looksLikeList } from '../../../surveys/foreign-table/looks-like-list.ts'
import { readFigure } from '../../../surveys/foreign-table/read-number.ts'
import { inTurn } from '../../admindata/in-turn.ts'
import { InputError } from '../../errors/input-error.ts'
import { entryColumn, fieldColumn } from '../columns.ts'
import { type FileTable, openFormFile } from '../open-form-file.ts'

/** What a table of somebody's own holds: its numbers, or why none are taken. */
export type LookedAtTable = { isList: boolean } & ({ refused: string } | { figures: Figure[] })

/** Reads the numbers of a table. Of the file nothing is kept. */
export async function lookAtTable(path: string, name: string): Promise<LookedAtTable> {
  try {
    const other = otherKind(await startOf(path))
    if (other !== undefined) return { refused: `Die Datei ${name} ${other}`, isList: false }
    return await inTurn(async () => numbersOf(await openFormFile(path, name)))
  } catch (error) {
    if (error instanceof InputError) return { refused: error.sentences.join(' '), isList: false }
    throw error
  }
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    return (await file.read(Buffer.alloc(8), 0, 8, 0)).buffer
  } finally {
    await file.close()
  }
}

/** Running numbers and keys name others and are not placed. Above this not even the headings are looked for. */
const mostNumbers = 4 * mostFigures

/** The page sends them all back, beside what is written there. */
const mostSent = 300_000

function numbersOf(tables: readonly FileTable[]): LookedAtTable {
  const isList = tables.some(looksLikeList)
  if (tables.some(isOurs))
    return {
      refused:
        'Das ist eine Datei, die hier heruntergeladen wurde. Bitte laden Sie sie unter „Als Datei ausfüllen“ hoch.',
      isList: false,
    }
  const numbers = countNumbers(tables)
  if (numbers > mostNumbers) return { refused: tooMany(numbers), isList }
  const figures = findFigures(tables)
  if (figures.length === 0) return { refused: 'In der Datei steht keine Zahl.', isList }
  if (figures.length > mostFigures) return { refused: tooMany(figures.length), isList }
  if (encodeURIComponent(JSON.stringify(figures)).length > mostSent)
    return {
      refused:
        'Die Überschriften neben und über den Zahlen sind zusammen zu lang. Bitte löschen Sie Texte, an denen die Zahlen nicht zu erkennen sind.',
      isList,
    }
  return { figures, isList }
}

const countNumbers = (tables: readonly FileTable[]) =>
  tables
    .flatMap(({ rows }) => rows)
    .reduce((sum, { cells }) => sum + cells.filter(({ text }) => readFigure(text, ',') !== undefined).length, 0)

const tooMany = (numbers: number) =>
  `In der Datei stehen ${numbers.toLocaleString('de-DE')} Zahlen, höchstens ${mostFigures} lassen sich zuordnen. Bitte löschen Sie die Blätter, Zeilen und Spalten, die Sie für den Fragebogen nicht brauchen.`

const isOurs = ({ rows }: FileTable) =>
  rows.some(({ cells }) => [fieldColumn, entryColumn].every((name) => cells.some(({ text }) => text.trim() === name)))
