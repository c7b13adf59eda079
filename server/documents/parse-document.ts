import type { ErrorObject } from 'ajv/dist/2020.js'
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import type { Validator } from '../../schemas/validator.ts'
import { problemOf } from '../../surveys/definition/schema-sentence.ts'
import { unseenFaults } from './unseen-faults.ts'

/** What is wrong, and where in the file. */
export interface Fault {
  line: number
  column: number
  sentence: string
}

/** How a text is written, by the `format` that a schema names. */
export interface Format {
  isRight: (text: string) => boolean
  /** What is expected there. */
  sentence: string
}

export type Formats = Readonly<Record<string, Format>>

/** Formats as a validator takes them. */
export const ajvFormats = (formats: Formats) =>
  Object.fromEntries(Object.entries(formats).map(([name, { isRight }]) => [name, isRight]))

interface Expected<Document> {
  validate: Validator<Document>
  formats: Formats
  /** What fits the schema and is wrong all the same, with the way to it. */
  problems?: (document: Document) => readonly { path: readonly (string | number)[]; sentence: string }[]
}

/** What JSON says, with comments where they help; or every fault with its place. */
export function parseDocument<Document>(
  text: string,
  { validate, formats, problems }: Expected<Document>,
): { document: Document } | { faults: Fault[] } {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  const [first] = errors
  if (first !== undefined) {
    const sentence = `Das ist kein gültiges JSON (${printParseErrorCode(first.error)}).`
    return { faults: [{ ...placeOf(text, first.offset), sentence }] }
  }
  if (tree === undefined) return { faults: [{ line: 1, column: 1, sentence: 'Die Datei ist leer.' }] }
  const unseen = unseenFaults(tree).map(({ offset, sentence }) => ({ ...placeOf(text, offset), sentence }))
  if (unseen.length > 0) return { faults: unseen }
  const document: unknown = getNodeValue(tree)
  if (!validate(document))
    return {
      faults: (validate.errors ?? []).filter(saysWhatToDo).map((error) => faultOf(text, tree, error, formats)),
    }
  const found = problems?.(document) ?? []
  return found.length === 0
    ? { document }
    : { faults: found.map(({ path, sentence }) => placed({ text, tree }, path.map(String), sentence)) }
}

/** That none of several ways fits is said after each of them has said why. */
const saysWhatToDo = ({ keyword, schemaPath }: ErrorObject) =>
  keyword !== 'anyOf' && keyword !== 'propertyNames' && !schemaPath.endsWith('/1/type')

function faultOf(text: string, tree: Node, error: ErrorObject, formats: Formats): Fault {
  const { path, message } = problemOf(error)
  const steps = path
    .split('/')
    .slice(1)
    .filter((step) => step !== '')
    .map(unescaped)
  return placed({ text, tree }, steps, sentenceOf(error, message, formats))
}

function sentenceOf({ keyword, params }: ErrorObject, otherwise: string, formats: Formats): string {
  if (keyword === 'format') return formats[params.format]?.sentence ?? otherwise
  if (keyword === 'pattern')
    return 'Der Text darf nicht leer sein, keinen Zeilenumbruch haben und nicht mit Leerzeichen beginnen oder enden.'
  return otherwise
}

function placed({ text, tree }: { text: string; tree: Node }, steps: readonly string[], sentence: string): Fault {
  const field = steps.length === 0 ? '' : `„${steps.join('.')}“: `
  return { ...placeOf(text, nearest(tree, steps).offset), sentence: field + sentence }
}

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~')

/** What stands at a path; where nothing does, what would hold it. */
function nearest(tree: Node, steps: readonly string[]): Node {
  let node = tree
  for (const step of steps) {
    const next = findNodeAtLocation(node, [node.type === 'array' ? Number(step) : step])
    if (next === undefined) return node
    node = next
  }
  return node
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
