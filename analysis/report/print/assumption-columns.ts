import type { Assumptions } from '../../compare/assumed.ts'
import type { Compared } from '../../compare/results.ts'
import type { Interval } from '../../stats/interval.ts'
import { isDefined, type NotDefined } from '../../stats/not-defined.ts'

const weightingNames = ['post', 'rake', 'ipw', 'angabe', 'stufen']
const ofChange = ['veraenderung', 'se', 'unten', 'oben']

/** Of each way to weight, the change that it leads to; and of the chosen one, what estimating it anew does. */
export const weightingColumns = [
  ...weightingNames.flatMap((name) => ofChange.map((one) => `neben_${name}_${one}`)),
  ...['se', 'unten', 'oben'].map((one) => `gewichtung_bootstrap_${one}`),
]

export function weightingFigures({
  weightings = [],
  weightingBootstrap: sampled,
}: Pick<Compared, 'weightings' | 'weightingBootstrap'>): Figures {
  const all = weightings.map(({ name, change }) => {
    if (!isDefined(change)) return {}
    const prefix = `neben_${name}`
    return {
      [`${prefix}_veraenderung`]: change.change,
      [`${prefix}_se`]: given(change.se),
      ...limits(prefix, change.interval),
    }
  })
  const again = sampled !== undefined && isDefined(sampled) ? sampled : undefined
  return {
    ...Object.assign({}, ...all),
    gewichtung_bootstrap_se: given(again?.se),
    ...limits('gewichtung_bootstrap', again?.interval),
  }
}

type Figures = Record<string, number | null>

export const assumptionColumns = [
  ...['aufgefallen', 'relevant', 'aequivalenz_p', 'aequivalenz_unten', 'aequivalenz_oben', 'fehlende', 'fehlende_null'],
  ...['fehlende_kippt_unten', 'fehlende_kippt_oben', 'fehlende_um', 'fehlende_veraenderung', 'fehlende_unten'],
  ...['fehlende_oben', 'schranke_vorher_unten', 'schranke_vorher_oben', 'schranke_nachher_unten'],
  ...['schranke_nachher_oben', 'schranke_veraenderung_unten', 'schranke_veraenderung_oben'],
]

const given = (value: number | NotDefined | undefined) => (typeof value === 'number' ? value : null)

function limits(name: string, interval: Interval | NotDefined | undefined): Figures {
  const [low, high] = interval !== undefined && isDefined(interval) ? interval : [null, null]
  return { [`${name}_unten`]: low, [`${name}_oben`]: high }
}

/** What is assumed, and what follows from it. */
export function assumptionFigures({ detectable, equivalence, missing }: Assumptions = {}): Figures {
  const tested = equivalence !== undefined && isDefined(equivalence) ? equivalence : undefined
  const turns = missing?.turnsAt
  return {
    aufgefallen: given(detectable),
    relevant: given(tested?.margin),
    aequivalenz_p: given(tested?.p),
    ...limits('aequivalenz', tested?.interval),
    fehlende: given(missing?.n),
    fehlende_null: given(missing?.zeroAt),
    ...limits('fehlende_kippt', turns !== undefined && isDefined(turns) ? turns.at : turns),
    fehlende_um: given(missing?.shifted?.by),
    fehlende_veraenderung: given(missing?.shifted?.estimate),
    ...limits('fehlende', missing?.shifted?.interval),
  }
}

/** Between which limits the shares of a category lie whatever those did who are missing. */
export function boundsFigures({ missing }: Assumptions = {}, category: string): Figures {
  const own = missing?.bounds?.find(({ code }) => code === category)
  return {
    ...limits('schranke_vorher', own?.before),
    ...limits('schranke_nachher', own?.after),
    ...limits('schranke_veraenderung', own?.change),
  }
}
