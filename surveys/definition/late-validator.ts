import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'

/** Says whether a document fits a schema, and afterwards what did not. */
export interface Validator<Document> {
  (document: unknown): document is Document
  errors: ErrorObject[] | null | undefined
}

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
