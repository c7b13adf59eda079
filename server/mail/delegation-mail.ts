import type { Db } from '../database/database.ts'
import { addJob } from '../store/jobs.ts'

/** The kind of its job, and its template. */
const delegationKind = 'delegation'
export const delegationTemplate = 'zuarbeit'

/** Under which key the line of the outbox stands. */
export const delegationMailKey = (delegation: number): string => `${delegationTemplate}-${delegation}`

/** Which link a line of the outbox tells, if it is one that does. */
export function delegationOf({ template, key }: { template: string; key: string }): number | undefined {
  const number = /^zuarbeit-(\d+)/.exec(key)?.[1]
  return template === delegationTemplate && number !== undefined ? Number(number) : undefined
}

/** Has the mail sent that asks a colleague; once, unless somebody decided that it is to go again. */
export const queueDelegation = (
  db: Db,
  { delegation, wave, again = 0 }: { delegation: number; wave: string; again?: number },
) =>
  addJob(db, {
    kind: delegationKind,
    key: `${delegationMailKey(delegation)}${again === 0 ? '' : ` again ${again}`}`,
    wave,
    detail: { delegation },
  })
