import { readFileSync } from 'node:fs'
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'

/** A schema of this folder by its name, as JSON. */
export const readSchema = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.schema.json`, import.meta.url), 'utf8'))

/** Tells whether a document has the shape that a schema of this folder describes, and everything that keeps it from that. */
export function validatorOf<Document>(name: string, options: Options = {}): ValidateFunction<Document> {
  const ajv = new Ajv2020({ allErrors: true, strict: true, keywords: ['tsType'], ...options })
  return ajv.compile<Document>(readSchema(name))
}
