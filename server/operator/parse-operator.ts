import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import type { Operator } from '../../schemas/operator.ts'
import { problemOf } from '../../surveys/definition/schema-sentence.ts'
import { formats } from './formats.ts'
import { unseenFaults } from './unseen-faults.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/operator.schema.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
for (const [name, { isRight }] of Object.entries(formats)) ajv.addFormat(name, isRight)
const validate = ajv.compile<Operator>(schema)

/** What is wrong, and where in the file. */
export interface Fault {
  line: number
  column: number
  sentence: string
}

/** What JSON says, with comments where they help; or every fault with its place. */
export function parseOperator(text: string): { operator: Operator } | { faults: Fault[] } {
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
  if (validate(document)) return { operator: document }
  return { faults: (validate.errors ?? []).filter(saysWhatToDo).map((error) => faultOf(text, tree, error)) }
}

/** That none of several ways fits is said after each of them has said why. */
const saysWhatToDo = ({ keyword, schemaPath }: ErrorObject) =>
  keyword !== 'anyOf' && keyword !== 'propertyNames' && !schemaPath.endsWith('/1/type')

function faultOf(text: string, tree: Node, error: ErrorObject): Fault {
  const { path, message } = problemOf(error)
  const steps = path
    .split('/')
    .slice(1)
    .filter((step) => step !== '')
    .map(unescaped)
  const node = nearest(tree, steps)
  const field = steps.length === 0 ? '' : `„${steps.join('.')}“: `
  return { ...placeOf(text, node.offset), sentence: field + sentenceOf(error, message) }
}

function sentenceOf({ keyword, params }: ErrorObject, otherwise: string): string {
  if (keyword === 'format') return formats[params.format]?.sentence ?? otherwise
  if (keyword === 'pattern')
    return 'Der Text darf nicht leer sein, keinen Zeilenumbruch haben und nicht mit Leerzeichen beginnen oder enden.'
  return otherwise
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
