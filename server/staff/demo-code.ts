import type { Keys } from '../boot/keys.ts'
import { unseal } from '../domain/sealed.ts'
import { totpCode } from '../domain/totp.ts'
import type { SignIn } from '../store/staff-sessions.ts'

/**
 * The code that an account of the demo world needs, or ''. Nobody has its app, and the second step can be seen all the same.
 * Such accounts guard nothing: none of them works once there is a real survey.
 */
export function demoCode({ totp }: Keys, { synthetic, sealedSecret, confirmedAt, lastStep }: SignIn): string {
  if (!synthetic || sealedSecret === null || confirmedAt === null) return ''
  return totpCode(unseal(sealedSecret, totp), lastStep, new Date())
}
