import { errorCode } from '../errors/error-code.ts'
import { UsageError } from './command.ts'

/** What `parseArgs` says in English, said in German; undefined for any other error. */
export function usageSentence(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message
  if (!(error instanceof Error)) return undefined
  const option = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  switch (errorCode(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Die Option ${option} gibt es hier nicht.`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take/.test(error.message)
        ? `Die Option ${option} hat keinen Wert.`
        : `Der Option ${option} fehlt ihr Wert.`
    default:
      return undefined
  }
}
