import { readAccessCode } from './access-code.ts'

/** The second factor as it was typed: a code of the app, or one of those kept for the day the app is lost. */
type TypedCode = { kind: 'app'; code: string } | { kind: 'recovery'; code: string }

export function readTypedCode(typed: string): TypedCode | undefined {
  const digits = typed.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) return { kind: 'app', code: digits }
  const code = readAccessCode(typed)
  return code === undefined ? undefined : { kind: 'recovery', code }
}
