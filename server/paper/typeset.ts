import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type CompileDocArgs, NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { Papers } from '../../views/page-data/papers.ts'
import { projectRoot } from '../project-root.ts'
import { fontFiles } from './fonts.ts'

const templates = join(projectRoot, 'views/paper')
const { resolve } = createRequire(import.meta.url)

const fonts = fontFiles.map((path) => readFileSync(resolve(path)))

const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts }] })

/** For how many papers the compiler remembers what it has not needed again. More takes memory and saves little. */
const remembered = 2

/** The PDF of a paper. What people typed reaches the template as data and can never become part of it. */
export function typeset<Name extends keyof Papers>(name: Name, data: Papers[Name]): Uint8Array {
  const source = { mainFilePath: join(templates, `${name}.typ`), inputs: { data: JSON.stringify(data) } }
  try {
    return compiler.pdf(source, { pdfStandard: PdfStandard.UA_1 })
  } catch (error) {
    // PDF/UA wants a font for every sign. A text in a script that ours do not have must not cost anybody the document.
    if (error instanceof Error && error.message.includes('could not be displayed with font'))
      return compiler.pdf(source)
    throw new Error(`${name}.typ: ${faultIn(source)}`, { cause: error })
  } finally {
    compiler.evictCache(remembered)
  }
}

/** What is wrong with a template, and where. `pdf` fails without saying. */
function faultIn(source: CompileDocArgs): string {
  const error = compiler.compile(source).takeError()
  const diagnostics: { message: string; path: string; range: { start: { line: number } } }[] =
    error === null ? [] : compiler.fetchDiagnostics(error)
  return diagnostics.map(({ message, path, range }) => `${message} (${path}:${range.start.line + 1})`).join(', ')
}
