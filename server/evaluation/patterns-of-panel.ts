import { setsOf } from '../../analysis/compare/course.ts'
import { defaults, waveSet } from '../../analysis/compare/options.ts'
import { byKreis, groupByRegister, registerGroupings } from '../../analysis/groups/by-register.ts'
import type { Grouping } from '../../analysis/groups/grouping.ts'
import { standsBehind } from '../../analysis/panel/stands-behind.ts'
import type { WaveParticipation } from '../../analysis/participation/participation.ts'
import { mostPatternWaves, type Patterns, participationPatterns } from '../../analysis/participation/patterns.ts'
import { inhabitants } from '../../analysis/participation/register-covariates.ts'
import { besidePatterns } from '../../analysis/participation/told-sets.ts'
import type { WeightsOfSets } from '../../analysis/report/patterns.ts'
import { type Provenance, provenanceOf } from '../../analysis/report/provenance.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { Forms } from '../forms/form.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { type LoadedPanel, loadPanel } from './open-panel.ts'
import { openWaves } from './open-waves.ts'
import { participationIn } from './participation-in.ts'
import type { Reader } from './reader.ts'
import type { WaveSurvey } from './surveys.ts'
import { weightings } from './weightings.ts'
import { weightsOfSets } from './weights-of-sets.ts'

export interface PatternsRequest extends WantedData {
  /** Three or more, the earliest first. */
  waves: readonly string[]
  reader?: Reader
}

export interface PatternsAnswer {
  many: string
  surveys: readonly WaveSurvey[]
  loaded: LoadedPanel
  patterns: Patterns
  weights: readonly WeightsOfSets[]
  provenance: Provenance
  /** What it was computed from. */
  asked: { key: string; participation: readonly WaveParticipation[]; groupings: readonly Grouping[] }
}

/** Reads who was asked and who answered in several waves, and says who is missing where. */
export async function patternsOfPanel(
  context: Database,
  forms: Forms,
  request: PatternsRequest,
): Promise<PatternsAnswer> {
  if (request.waves.length > mostPatternWaves)
    throw new InputError(`Muster der Teilnahme gibt es für höchstens ${mostPatternWaves} Wellen.`)
  const { surveys } = await openWaves(context.db, forms, request.waves)
  const loaded = await loadPanel(context, surveys, surveys, [], request)
  const { units, panel, snapshot, versions } = loaded
  const participation = await participationIn(context.db, request.waves, loaded)
  const indices = [...units.keys()]
  // There are too many Kreise for as many patterns as waves can have.
  const groupings = registerGroupings
    .filter(({ name }) => name !== byKreis.name)
    .map((one) => groupByRegister(one, units))
  const kind = unitKinds[surveys[0]?.instrument.unit ?? 'gemeinde']
  const patterns = participationPatterns({
    ...{ waves: participation, indices, characteristics: groupings, covariates: [inhabitants(units)] },
    ...{ behind: standsBehind(surveys[0]?.instrument.unit, panel.units), level: defaults.level },
  })
  const weights = await weightsIn({ db: context.db, surveys, loaded, indices, figures: [] })
  return {
    many: kind.many,
    surveys,
    loaded,
    patterns,
    weights: weights.map((one) => ({ ...one, sets: besidePatterns(one.sets, patterns) })),
    provenance: provenanceOf({
      ...{ surveys, variables: [], snapshot, versions, filters: [], units: indices.length },
      ...{ options: { level: defaults.level }, territory: loaded.territory },
    }),
    asked: { key: kind.key, participation, groupings },
  }
}

/** Every way to make up for those who are silent, each for each set of waves. */
async function weightsIn(weighed: Parameters<typeof weightsOfSets>[1]): Promise<WeightsOfSets[]> {
  const waves = weighed.surveys.map(({ wave }) => wave)
  const made: WeightsOfSets[] = []
  for (const [name, { label }] of Object.entries(weightings)) {
    try {
      const bySet = await weightsOfSets(name, weighed, [])
      const sets = setsOf(waves).map((set) => {
        const weights = bySet.get(waveSet(set))
        return { waves: set, ...(weights && { weights }) }
      })
      if (sets.some(({ weights }) => weights?.report !== undefined)) made.push({ name, label, sets })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
    }
  }
  return made
}
