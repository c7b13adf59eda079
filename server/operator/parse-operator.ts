import type { Operator } from '../../schemas/operator.ts'
import { validatorOf } from '../../schemas/validator.ts'
import { ajvFormats, type Fault, parseDocument } from '../documents/parse-document.ts'
import { formats } from './formats.ts'

const validate = validatorOf<Operator>('operator', { allowUnionTypes: true, formats: ajvFormats(formats) })

/** What JSON says, with comments where they help; or every fault with its place. */
export function parseOperator(text: string): { operator: Operator } | { faults: Fault[] } {
  const parsed = parseDocument(text, { validate, formats })
  return 'faults' in parsed ? parsed : { operator: parsed.document }
}
