import { loadInstrument } from '../../surveys/definition/load.ts'
import type { AppContext } from '../boot/context.ts'
import { InputError } from '../errors/input-error.ts'
import { Forms } from '../forms/form.ts'
import { recipientsOf } from '../mail/recipients.ts'
import { extensionMail, extensionMark } from '../mail/tell-extension.ts'
import { templateOf } from '../mail/templates.ts'
import { extendSome } from '../store/extensions.ts'
import { readRegister } from '../store/register.ts'
import { dayFromToday, listParticipants, type Wave } from '../store/waves.ts'
import { proposeIn } from './approve.ts'
import { extensionFaults } from './extension-faults.ts'
import { pickParticipants } from './pick-participants.ts'
import { readUnits, type UnitList } from './read-units.ts'

export interface ExtendFault {
  field: 'bis' | 'grund' | 'einheiten' | 'bescheid'
  message: string
}

interface Asked {
  wave: Wave
  frist: string
  reason: string
  list: UnitList
  /** Whoever of them has not answered is told by mail. */
  mail: boolean
  by: number | undefined
}

export interface Extended {
  count: number
  /** How many are told by mail. */
  mails: number
  /** The mail goes once a second account agrees; the extension holds. */
  waits: boolean
}

type Needed = Pick<AppContext, 'db' | 'pool' | 'config'>

/** Gives those who stand in a list a last day of their own, all of them or nobody. An account with a scope does so for its own. */
export async function extendFor(
  context: Needed,
  asked: Asked,
): Promise<{ faults: ExtendFault[] } | (Extended & { faults: [] })> {
  const { db } = context
  const { wave, frist, reason, list, by } = asked
  const instrument = await loadInstrument(wave.survey, wave.survey_version)
  if (instrument === undefined)
    throw new Error(`survey ${wave.survey} ${wave.survey_version} is not in surveys/definitions`)
  const { unit } = instrument
  const read = readUnits(list, unit, await readRegister(db))
  const picked = pickParticipants(read.participants, await listParticipants(db, wave.id, by), unit)
  const today = await dayFromToday(db, 0)
  const faults: ExtendFault[] = [
    ...extensionFaults({ frist, reason, everybody: false, wave, today }),
    ...[...read.problems, ...picked.problems].map((message) => ({ field: 'einheiten' as const, message })),
  ]
  if (faults.length > 0) return { faults }
  const ids = picked.found.map(({ id }) => id)
  const tooMany = await reachesEverybody(context, wave, ids)
  if (tooMany !== '') return { faults: [{ field: 'einheiten', message: tooMany }] }
  try {
    return await db.transaction().execute(async (trx) => {
      const extension = await extendSome(trx, { wave: wave.id, frist, reason, by }, ids)
      const told = asked.mail ? await tell({ ...context, db: trx }, asked, extension, ids) : { mails: 0, waits: false }
      return { faults: [], count: ids.length, ...told }
    })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { faults: error.sentences.map((message) => ({ field: 'bescheid', message })) }
  }
}

/** What reaches everybody needs a second account, by whatever list it comes. */
async function reachesEverybody({ db, config }: Needed, wave: Wave, ids: readonly number[]): Promise<string> {
  if (!config.twoAccounts || wave.test || wave.state !== 'open') return ''
  const all = (await listParticipants(db, wave.id)).length
  if (ids.length > 1 && ids.length === all)
    return 'Das sind alle, die teilnehmen. Bitte ändern Sie die Frist für alle; dem stimmt ein zweites Konto zu.'
  return ''
}

/** Plans the mail, or lays it before a second account where it reaches many. */
async function tell(context: Needed, { wave, reason, by }: Asked, extension: number, only: readonly number[]) {
  const template = templateOf(extensionMail)
  if (template === undefined) throw new Error(`there is no template ${extensionMail}`)
  const wanted = { wave: wave.id, at: new Date(), only, accountId: by }
  const { all } = await recipientsOf({ ...context, forms: new Forms() }, template, wanted)
  if (all.length === 0) return { mails: 0, waits: false }
  const asked = { template: extensionMail, only }
  const mark = extensionMark(extension)
  const outcome = await proposeIn(context, { act: 'send_mail', wave, asked, reason, by, mark })
  if ('faults' in outcome) throw new InputError(outcome.faults)
  return { mails: all.length, waits: 'waits' in outcome }
}
