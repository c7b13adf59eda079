import { randomUUID } from 'node:crypto'
import { formatDate, isDate } from '../../surveys/reading/dates.ts'
import type { Db } from '../database/database.ts'
import { berlinDay, dayAndTime } from '../domain/german-time.ts'
import { InputError } from '../errors/input-error.ts'
import { findPlanned } from '../store/dispatches.ts'
import { addJob } from '../store/jobs.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { countsOf, findWave, type Wave } from '../store/waves.ts'
import { berlinInstant } from './berlin-instant.ts'
import { mailingKind } from './mailing.ts'
import type { MailSettings } from './settings.ts'
import { loadTemplate } from './template-files.ts'
import { type Template, templateOf } from './templates.ts'

export interface WantedMailing {
  wave: string
  template: string
  /** When; missing: now. */
  at?: Date | undefined
  except?: readonly number[]
  /** These participants alone. */
  only?: readonly number[] | undefined
  accountId?: number | undefined
  /** Of the form that asked for it: a second click is the same mailing. */
  mark?: string | undefined
  /** Where it meets more than this, it fails: nobody agreed to so many. */
  most?: number | undefined
}

/** Plans a mailing; comes back with the number of its job. What speaks against it is said, and nothing is planned. */
export async function queueMailing(db: Db, settings: MailSettings, wanted: WantedMailing): Promise<number> {
  const mark = wanted.mark ?? randomUUID()
  const { template, wave } = await checkPlan(db, settings, { ...wanted, mark })
  const { except = [], only, accountId, at, most } = wanted
  const key = mailingKey(mark)
  const detail = { template: template.name, except, only, most }
  const job = await addJob(db, { kind: mailingKind, key, wave: wave.id, detail, accountId, dueAt: at })
  if (job.isNew) {
    const planned = { template: template.name, job: job.id, ...(at === undefined ? {} : { at: at.toISOString() }) }
    await noteStaff(db, { action: 'mailing_planned', accountId, wave: wave.id, detail: planned })
  }
  return job.id
}

/** Under which key its job stands. */
export const mailingKey = (mark: string): string => `mail ${mark}`

/** The template and wave of a mailing that can be planned for those whom it is for, beside what is planned already. */
export async function checkPlan(
  db: Db,
  settings: MailSettings,
  wanted: WantedMailing,
): Promise<{ template: Template; wave: Wave }> {
  const checked = await checkMailing(db, settings, wanted)
  const { template, wave } = checked
  const { at, only, mark = '' } = wanted
  if (template.chosen && only === undefined)
    throw new InputError(`Bitte wählen Sie aus, wer „${template.title}“ bekommt.`)
  const planned = { wave: wave.id, template: template.name, key: mailingKey(mark) }
  const other = at === undefined ? undefined : await findPlanned(db, { ...planned, at })
  if (other !== undefined)
    throw new InputError(
      `„${template.title}“ ist für diese Stunde schon geplant (Auftrag ${other}). Halten Sie den zuerst an, wenn dieser an seine Stelle soll.`,
    )
  return checked
}

/** The template and wave of a mailing that can be planned. */
export async function checkMailing(
  db: Db,
  settings: MailSettings,
  { template: name, wave: id, at }: Pick<WantedMailing, 'template' | 'wave' | 'at'>,
): Promise<{ template: Template; wave: Wave }> {
  const template = templateOf(name)
  if (template === undefined) throw new InputError(`Die Vorlage „${name}“ gibt es nicht.`)
  const wave = await findWave(db, id)
  if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht.`)
  await loadTemplate(settings, template)
  const now = new Date()
  if (at !== undefined && at < now)
    throw new InputError(`${dayAndTime(at)} ist schon vorbei. Bitte wählen Sie einen späteren Zeitpunkt.`)
  if (template.alsoAfterwards) return { template, wave }
  if (wave.state === 'closed')
    throw new InputError(`Die Erhebung ${id} ist geschlossen; dazu gehen nur noch Dank und Rückfragen hinaus.`)
  const { lastOwnFrist } = await countsOf(db, wave.id)
  const last = lastOwnFrist !== null && lastOwnFrist > wave.frist ? lastOwnFrist : wave.frist
  if (last < berlinDay(at ?? now))
    throw new InputError(`Die Frist von ${id} ist dann abgelaufen: Sie endet am ${formatDate(last)}.`)
  return { template, wave }
}

/** A day and an hour as somebody chose them, or what speaks against them. */
export function readPlannedTime(day: string, hour: string): { at: Date; twice: boolean } | { problem: string } {
  if (!isDate(day)) return { problem: `„${day}“ ist kein Tag. Tage werden geschrieben wie 2026-12-31.` }
  if (!/^\d{1,2}$/.test(hour) || Number(hour) > 23) return { problem: `„${hour}“ ist keine Stunde von 0 bis 23.` }
  const found = berlinInstant(day, Number(hour))
  if (found !== undefined) return found
  return {
    problem: `Am ${formatDate(day)} gibt es ${hour} Uhr nicht: Die Uhr wird vorgestellt. Bitte wählen Sie eine andere Stunde.`,
  }
}
