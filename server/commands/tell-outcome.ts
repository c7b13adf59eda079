import type { Config } from '../boot/config.ts'
import { InputError } from '../errors/input-error.ts'
import { approvalsHref } from '../http/pages/intern/addresses.ts'
import type { Outcome } from '../waves/approve.ts'
import type { Io } from './io.ts'

/** Says what became of a wish that can reach everybody: done, or waiting for a second account, and where. */
export function tellOutcome(io: Io, { publicUrl, host, port }: Config, outcome: Outcome): void {
  if ('faults' in outcome) throw new InputError(outcome.faults)
  if ('done' in outcome) {
    io.print(outcome.done)
    return
  }
  const where = `${publicUrl ?? `http://${host}:${port}`}${approvalsHref}`
  io.print(
    outcome.isNew
      ? `Vorgeschlagen. Es wird getan, sobald ein zweites Konto zustimmt: ${where}`
      : `Das liegt schon zur Zustimmung vor: ${where}`,
  )
}
