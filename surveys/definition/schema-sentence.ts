import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Validator } from '../../schemas/validator.ts'
import type { Problem } from './problem.ts'

const datePattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'

/** What keeps the document that was last asked about from its shape. */
export const shapeProblems = ({ errors }: Validator<unknown>): Problem[] => (errors ?? []).map(problemOf)

/** What a JSON Schema finds at fault, as a German sentence. */
export function problemOf({ instancePath, keyword, params, message }: ErrorObject): Problem {
  const path = instancePath === '' ? '/' : instancePath
  switch (keyword) {
    case 'required':
      return { path, message: `Die Angabe „${params.missingProperty}“ fehlt.` }
    case 'additionalProperties':
      return {
        path: `${instancePath}/${params.additionalProperty}`,
        message: 'Diese Angabe ist hier nicht vorgesehen.',
      }
    case 'enum':
      return { path, message: `Erlaubt sind nur: ${params.allowedValues.join(', ')}.` }
    case 'const':
      return { path, message: `Erlaubt ist nur: ${JSON.stringify(params.allowedValue)}.` }
    case 'pattern':
      if (params.pattern === datePattern)
        return { path, message: 'Hier muss ein Datum stehen, Jahr, Monat und Tag: 2027-01-31.' }
      return { path, message: `Der Text muss dem Muster ${params.pattern} folgen.` }
    case 'minItems':
      return { path, message: `Die Liste braucht mindestens ${params.limit} Einträge.` }
    case 'minimum':
      return { path, message: `Die Zahl darf nicht kleiner sein als ${params.limit}.` }
    case 'maximum':
      return { path, message: `Die Zahl darf nicht größer sein als ${params.limit}.` }
    case 'minLength':
      return { path, message: 'Der Text darf nicht leer sein.' }
    case 'type':
      return { path, message: typeSentence([params.type].flat()) }
    default:
      return { path, message: message ?? keyword }
  }
}

function typeSentence(types: readonly string[]): string {
  if (!types.includes('number')) return `Hier muss ein Wert der Art ${types.join(' oder ')} stehen.`
  const orNull = types.includes('null') ? '; ist sie nicht bekannt: null' : ''
  return `Hier muss eine Zahl stehen, ohne Anführungszeichen, Bruchteile mit Punkt (8.05)${orNull}.`
}
