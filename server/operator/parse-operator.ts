import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Operator } from '../../schemas/operator.ts'
import { lateValidator } from '../../surveys/definition/late-validator.ts'
import { type Fault, parseDocument } from '../documents/parse-document.ts'
import { formats } from './formats.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/operator.schema.json', import.meta.url), 'utf8'))
const validate = lateValidator(() => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  for (const [name, { isRight }] of Object.entries(formats)) ajv.addFormat(name, isRight)
  return ajv.compile<Operator>(schema)
})

/** What JSON says, with comments where they help; or every fault with its place. */
export function parseOperator(text: string): { operator: Operator } | { faults: Fault[] } {
  const parsed = parseDocument(text, { validate, formats })
  return 'faults' in parsed ? parsed : { operator: parsed.document }
}
