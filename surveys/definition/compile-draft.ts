import { readFile } from 'node:fs/promises'
import { compile } from '../compile/compile.ts'
import type { Instrument } from '../compile/instrument.ts'
import { type DefinitionFile, documentOf, readShared } from './load.ts'
import { DefinitionError, type Problem } from './problem.ts'

/** A definition that lies anywhere, compiled as it stands; or what is wrong with it. */
export const compileDraft = async (file: string): Promise<Instrument | Problem[]> =>
  compiledOrProblems({ text: await readFile(file, 'utf8'), shared: await readShared() })

/** The same of one that was read. */
export function compiledOrProblems(file: Pick<DefinitionFile, 'text' | 'shared'>): Instrument | Problem[] {
  try {
    return compile(documentOf(file))
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems
    if (error instanceof SyntaxError)
      return [{ path: '/', message: `Die Datei ist kein gültiges JSON: ${error.message}` }]
    throw error
  }
}
