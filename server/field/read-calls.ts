import type { Register } from '../../surveys/reading/register.ts'
import type { AppContext } from '../boot/context.ts'
import { berlinDay } from '../domain/german-time.ts'
import type { Form, Forms } from '../forms/form.ts'
import { lastCalls } from '../store/calls.ts'
import { lastNumbers, versionsAsked } from '../store/last-wave.ts'
import type { AskedWave } from './asked-wave.ts'
import { type Call, callOrder } from './call-order.ts'
import { influenceOf, mainNumber } from './influence.ts'
import { fieldParticipants } from './participants.ts'

type Needed = Pick<AppContext, 'db' | 'pool'> & { forms: Forms; register: () => Promise<Register> }

interface Caller {
  accountId: number | undefined
  /** Without the right to read answers the register alone says the order: else it would tell who gave more than others. */
  mayRead: boolean
}

export interface CallList {
  calls: Call[]
  /** The number that the order goes by, as the codebook names it; '' where it goes by inhabitants, or by what was before. */
  by: string
  today: string
}

/** Whom to call first, of those that an account works for. */
export async function readCalls(
  context: Needed,
  { wave, form }: AskedWave,
  { accountId, mayRead }: Caller,
): Promise<CallList> {
  const participants = await fieldParticipants(context, wave, accountId)
  const [calls, { last, by }] = await Promise.all([
    lastCalls(
      context.db,
      participants.map(({ id }) => id),
    ),
    lastTime(context, form, wave.synthetic, mayRead),
  ])
  const today = berlinDay(new Date())
  const influence = influenceOf(participants, last)
  return { calls: callOrder({ participants, calls, influence, last, today }), by, today }
}

/** What each unit gave in the survey that this one continues; without the right to it only that it gave something. */
async function lastTime({ db, forms }: Needed, { earlier, instrument }: Form, synthetic: boolean, mayRead: boolean) {
  if (earlier === undefined) return { last: new Map<string, null>(), by: '' }
  const name = mayRead ? mainNumber(instrument) : undefined
  const names: Record<string, string> = {}
  if (name !== undefined)
    for (const asked of await versionsAsked(db, earlier.survey, synthetic)) {
      const before = earlier.variables((await forms.get(asked)).instrument).get(name)?.before
      if (before !== undefined) names[asked.surveyVersion] = before
    }
  const last = await lastNumbers(db, { survey: earlier.survey, synthetic, names })
  return { last, by: Object.keys(names).length === 0 ? '' : (instrument.variable.get(name ?? '')?.label ?? '') }
}
