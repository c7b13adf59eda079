import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js'

/** Tells whether a document has the shape that a schema describes, and afterwards what did not fit. */
export interface Validator<Document> {
  (document: unknown): document is Document
  errors: ErrorObject[] | null | undefined
}

/** A schema of this folder by its name, as JSON. */
export const readSchema = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.schema.json`, import.meta.url), 'utf8'))

/** The validator of a schema of this folder. */
export const validatorOf = <Document>(name: string, options: Options = {}): Validator<Document> =>
  lateValidator(() =>
    new Ajv2020({ allErrors: true, strict: true, keywords: ['tsType'], ...options }).compile<Document>(
      readSchema(name),
    ),
  )

/** The schema is compiled when a first document is read: that takes longer than all else of a start, and few programs read one. */
export function lateValidator<Document>(compile: () => ValidateFunction<Document>): Validator<Document> {
  let compiled: ValidateFunction<Document> | undefined
  const validate = (document: unknown): document is Document => {
    compiled ??= compile()
    const fits = compiled(document)
    late.errors = compiled.errors
    return fits
  }
  const late: Validator<Document> = Object.assign(validate, { errors: undefined })
  return late
}
