import { valuesWords } from '../../surveys/codebook/values-used.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { tenths, whole } from '../words.ts'
import type { Study, StudyWave } from './codebook.ts'

/** How it was asked; the same for every survey. */
export const mode = 'Fragebogen zum Selbstausfüllen im Internet; was auf Papier kam, hat das Feldbüro erfasst'

export const sampling = 'Vollerhebung: Gefragt sind alle, die zur Welle gehören'

/** What holds for whoever gets the data. */
export const access =
  'Die Einzelangaben sind nicht öffentlich. Nutzung nach Vereinbarung mit der erhebenden Stelle; Kontaktdaten sind nicht enthalten.'

export const isSynthetic = ({ waves }: Study): boolean => waves.some(({ synthetic }) => synthetic)

/** Who is meant: all Kommunen or persons of a wave. */
export const universe = ({ unit }: Study, { asked }: StudyWave): string =>
  `${unitKinds[unit].many} in Baden-Württemberg, die zur Welle gehören (${whole(asked)})`

export const response = ({ asked, answered }: StudyWave): string =>
  asked === 0
    ? 'niemand gefragt'
    : `${whole(answered)} von ${whole(asked)} haben abgesendet (${tenths((100 * answered) / asked)} %)`

/** What somebody must know of a study, as pairs of words: page, paper and file say the same. */
export function studyFacts(study: Study): { label: string; value: string }[] {
  const { waves, producer, program, state, at, values } = study
  const perWave = (say: (wave: StudyWave) => string) =>
    waves.length === 1 ? waves.map(say).join('') : waves.map((one) => `${one.wave}: ${say(one)}`).join('; ')
  return [
    { label: 'Erhebende Stelle', value: producer || 'nicht angegeben' },
    { label: 'Stichtag', value: perWave(({ stichtag }) => (stichtag === null ? 'keiner' : formatDate(stichtag))) },
    { label: 'Frist', value: perWave(({ frist }) => formatDate(frist)) },
    { label: 'Gefragt sind', value: perWave((one) => universe(study, one)) },
    { label: 'Rücklauf', value: perWave(response) },
    { label: 'Wie gefragt wurde', value: mode },
    {
      label: 'Fragebogen',
      value: perWave(({ survey, version, hash }) => `${survey}, Fassung ${version} (SHA-256 ${hash})`),
    },
    { label: 'Gedruckte Vorlage', value: perWave(({ source }) => source || 'keine') },
    { label: 'Angaben', value: perWave(({ synthetic }) => (synthetic ? 'erfunden, zum Ausprobieren' : 'echt')) },
    { label: 'Werte', value: valuesWords(values) },
    { label: 'Datenstand', value: `${state}${at === null ? '' : ` vom ${at}`}, erzeugt mit Stichtag ${program}` },
  ]
}
