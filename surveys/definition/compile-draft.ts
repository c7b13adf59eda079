import { readFile } from 'node:fs/promises'
import { compile } from '../compile/compile.ts'
import type { Instrument } from '../compile/instrument.ts'
import { type DefinitionFile, readShared } from './load.ts'
import { parseJson } from './parse-json.ts'
import { DefinitionError, type Problem } from './problem.ts'
import { resolve } from './resolve.ts'

/** A definition that lies anywhere, compiled as it stands; or what is wrong with it. */
export const compileDraft = async (file: string): Promise<Instrument | Problem[]> =>
  compiledOrProblems({ text: await readFile(file, 'utf8'), shared: await readShared() })

/** The same of one that was read. */
export function compiledOrProblems({ text, shared }: Pick<DefinitionFile, 'text' | 'shared'>): Instrument | Problem[] {
  const read = parseJson(text)
  if ('problem' in read) return [{ path: '/', message: read.problem }]
  try {
    return compile(resolve(read.document, shared))
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems
    throw error
  }
}
