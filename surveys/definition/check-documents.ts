import type { Checked } from './checked.ts'
import type { JsonFile } from './json-files.ts'
import { parseJson } from './parse-json.ts'
import type { Problem } from './problem.ts'

/** What is asked of files of one kind. */
interface Kind<Document> {
  /** All that is wrong with a document, its shape first; `before` are those that are in order in the files before it. */
  problems: (document: unknown, before: ReadonlyMap<string, Document>, file: string) => readonly Problem[]
  /** A document that is in order, in a few words. */
  told: (document: Document) => string
}

/** Everything that is wrong with files of one kind. */
export const checkDocuments = <Document>(files: readonly JsonFile[], kind: Kind<Document>): Checked =>
  readDocuments(files, kind).result

/** The same, with the documents of those that are in order. */
export function readDocuments<Document>(
  files: readonly JsonFile[],
  { problems, told }: Kind<Document>,
): { result: Checked; documents: Map<string, Document> } {
  const result: Checked = { problems: [], checked: [] }
  const documents = new Map<string, Document>()
  for (const { file, text } of files) {
    const read = parseJson(text)
    const found = 'problem' in read ? [{ path: '/', message: read.problem }] : problems(read.document, documents, file)
    result.problems.push(...found.map((problem) => ({ file, ...problem })))
    if ('problem' in read || found.length > 0) continue
    const document = read.document as Document
    documents.set(file, document)
    result.checked.push(`${file}: ${told(document)}`)
  }
  return { result, documents }
}
