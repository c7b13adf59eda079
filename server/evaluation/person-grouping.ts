import type { Grouping } from '../../analysis/groups/grouping.ts'
import { groupByPersons } from '../../analysis/groups/persons/group-by-persons.ts'
import { linkPersons, type PersonLink, type Unlinked } from '../../analysis/groups/persons/link-persons.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import { waveValues } from '../../analysis/panel/wave-values.ts'
import { whole } from '../../analysis/words.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import type { Database } from '../database/database.ts'
import { readMembers, readPersons } from '../store/person-kommunen.ts'
import { type LoadedPanel, loadPanel } from './open-panel.ts'
import type { WaveSurvey } from './surveys.ts'

/** Divides Kommunen by what their Integrationsmanager/-innen answered in a wave, as it was at the snapshot of the panel. */
export async function groupByPersonWave(
  context: Database,
  survey: WaveSurvey,
  variable: PanelVariable,
  { units, snapshot }: Pick<LoadedPanel, 'units' | 'snapshot'>,
): Promise<Grouping> {
  const { wave, instrument } = survey
  // Persons say how they work while they are asked: where there is no Stichtag, the day until which they could answer.
  const day = survey.stichtag ?? survey.frist
  const list = instrument.variables.find(({ type }) => type === 'gemeinden')?.name ?? ''
  const [persons, members, { panel }] = await Promise.all([
    readPersons(context.db, wave, list, snapshot),
    readMembers(context.db, day, snapshot),
    loadPanel(context, [survey], [survey], [variable], snapshot),
  ])
  const kommunen = units.map(({ unit }) => unit)
  const { links, unlinked } = linkPersons(persons, { kommunen: new Set(kommunen), members })
  const place = new Map(panel.units.map((unit, index) => [unit, index]))
  const { values, reasons } = waveValues(variable, panel, wave).result
  const own = persons.map(({ number }) => place.get(number) as number)
  const answers = {
    values: Float64Array.from(own, (index) => values[index] as number),
    reasons: Uint8Array.from(own, (index) => reasons[index] as number),
  }
  return {
    ...groupByPersons(variable, answers, links, kommunen),
    note: `${wave}, ${instrument.id} Fassung ${instrument.version}: ${linkWords(persons.length, links, unlinked)}; Verbünde am ${formatDate(day)}`,
  }
}

function linkWords(persons: number, links: readonly PersonLink[], unlinked: readonly Unlinked[]): string {
  const by = (via: PersonLink['via']) =>
    whole(new Set(links.filter((one) => one.via === via).map(({ person }) => person)).size)
  const unknown = unlinked.filter(({ reason }) => reason === 'unbekannte_kommune').length
  const without = unlinked.length - unknown
  return [
    `${whole(persons)} Personen, davon ${by('genannt')} den Kommunen zugeordnet, die sie nennen, ${by('verbund')} allen ihres Verbunds`,
    ...(without === 0 ? [] : [`${whole(without)} keiner`]),
    ...(unknown === 0 ? [] : [`${whole(unknown)} Nennungen gibt es nicht`]),
  ].join('; ')
}
