import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js'

/** Says whether a document has the shape that a schema describes, and afterwards what keeps it from that. */
export interface Validator<Document> {
  (document: unknown): document is Document
  errors: ErrorObject[] | null | undefined
}

/** A schema of this folder by its name, as JSON. */
export const readSchema = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.schema.json`, import.meta.url), 'utf8'))

/** Holds documents against a schema of this folder. */
export function validatorOf<Document>(name: string, options: Options = {}): Validator<Document> {
  return lateValidator(() => newAjv(options).compile<Document>(readSchema(name)))
}

/** Holds documents against parts of a schema of this folder: `#` is all of it. */
export function partValidatorsOf(name: string, options: Options = {}) {
  let ajv: Ajv2020 | undefined
  return <Part>(part: string): Validator<Part> =>
    lateValidator(() => {
      // What is referred to becomes a function once, and not anew at each place: so it is compiled in half the time.
      ajv ??= newAjv({ ...options, inlineRefs: false }).addSchema(readSchema(name))
      return ajv.compile<Part>({ $ref: `${name}.schema.json${part}` })
    })
}

const newAjv = (options: Options) => new Ajv2020({ allErrors: true, strict: true, keywords: ['tsType'], ...options })

/** The schema is compiled when a first document is read: that takes longer than all else of a start, and few programs read one. */
function lateValidator<Document>(compile: () => ValidateFunction<Document>): Validator<Document> {
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
