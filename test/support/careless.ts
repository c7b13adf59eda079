import type { LastWave, Surroundings } from '../../surveys/answer/surroundings.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { completeAnswer } from './answers.ts'
import { eislingen } from './surroundings.ts'

type Typed = Record<string, string>

/** An answer in which all fits together, and who gave it. */
export async function carefulAnswer(instrument: Instrument): Promise<{ typed: Typed; around: Surroundings }> {
  const { unit, typed } = await completeAnswer(instrument, 0)
  const { zp_gesamt: now, zp_zugezogen: come, zp_weggezogen: gone } = typed
  const values = new Map([['zp_gesamt', Number(now) - Number(come) + Number(gone)]])
  const last: LastWave = { wave: 'umfrage-1', title: 'Umfrage 1', stichtag: '', values }
  return { typed, around: { ...eislingen, unit, ...(instrument.id === 'umfrage-4' && { last }) } }
}

const more = (typed: Typed, name: string, by: number) => ({ [name]: String(Number(typed[name]) + by) })

/** Those with a plan are fewer than those who were counted in everything about them. */
const allInsteadOfPlanned = (typed: Typed) => ({ im_plan: String(Math.round(Number(typed.im_plan) * 0.6)) })
const notTicked = { zg_gruppe_duldung: '', zg_gruppe_andere: '', zg_gruppe_andere_text: '' }

/** What people get wrong, by survey: what it is, and what then stands in the fields. */
export const faults: Record<string, Record<string, (typed: Typed) => Typed>> = {
  'umfrage-0': {
    'a mail address without its end': () => ({ kontakt_mail: 'oe.muster@eislingen' }),
    'no month where one is asked for': () => ({ erfassung_seit: 'seit Beginn' }),
    'the key of another Kommune': () => ({ gkz: '117042' }),
    'another one that is not named': () => ({ zustaendig: 'andere' }),
  },
  'umfrage-1': {
    'a total that is wrong by 5': (typed) => more(typed, 'zp_gesamt', 5),
    'all who are looked after instead of those with a plan': allInsteadOfPlanned,
    'a group that is counted and not ticked': () => notTicked,
    'the key of another Kommune': () => ({ gkz: '117042' }),
  },
  'umfrage-2': {
    'nobody, and three persons': () => ({ vor_wer_sozialarbeit_kreis: '', vor_wer_niemand: '1' }),
    'more posts than persons': () => ({ nach_vzae: '25' }),
    'another organisation than those who do it': () => ({ organisation: 'traeger', rekrutierung_landratsamt: '' }),
    'the key of another Kommune': () => ({ gkz: '117042' }),
  },
  'umfrage-3': {
    'a share that is missing': (typed) => more(typed, 'zeit_termin', -5),
    'always, and seldom': () => ({ plan_a_grund_beziehung: '', plan_a_grund_immer: '1' }),
    'a Kommune of another Verbund': ({ kommunen }) => ({ kommunen: `${kommunen}\n111000 Stuttgart` }),
    'hours instead of times': () => ({ weiterbildung_mal: '120' }),
  },
  'umfrage-4': {
    'a total that is wrong by 5': (typed) => more(typed, 'zp_gesamt', 5),
    'all who are looked after instead of those with a plan': allInsteadOfPlanned,
    'a group that is counted and not ticked': () => notTicked,
    'more who have left than were there': () => ({ zp_weggezogen: '600' }),
  },
}
