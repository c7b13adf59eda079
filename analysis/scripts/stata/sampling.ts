import type { ScriptInput } from '../comparison-input.ts'
import type { Block } from './block.ts'
import { levelInStata, when } from './stata-lines.ts'

/** What a change is drawn from: of those who were asked, of a process, or of one in which units hang together. */
export const samplingOf = ({ population: { sizes, hasClusters } }: ScriptInput): 'asked' | 'process' | 'clusters' =>
  hasClusters ? 'clusters' : sizes.length > 0 ? 'asked' : 'process'

/** Which part of those who were asked is a pair. Of groups of known size each has its own. */
export function observedInStata({ population: { sizes, isOfKnownSize } }: ScriptInput): string[] {
  const [total, ...groups] = sizes
  if (total === undefined) return []
  return [
    '* Welcher Teil der Befragten ein Paar ist [SVY] svyset, fpc(): bis 1 ist es ein Anteil',
    'count if paar',
    `generate double beobachtet = r(N) / ${total.units}`,
    'generate double beobachtet_gruppe = beobachtet',
    ...(isOfKnownSize ? groups : []).flatMap(({ group, units }) => [
      `count if paar & gruppe == "${group}"`,
      `replace beobachtet_gruppe = r(N) / ${units} if gruppe == "${group}"`,
    ]),
    '',
  ]
}

/** Each group for itself takes the correction of its own. */
const observed = (condition: string) => (condition === '' ? 'beobachtet' : 'beobachtet_gruppe')

/** The change of a mean with its interval and its test. */
export function changeBlock(input: ScriptInput, before: string, after: string): Block {
  const level = levelInStata(input.level)
  const yields = ['veraenderung', ...spread]
  switch (samplingOf(input)) {
    case 'process':
      return {
        about: 'Veränderung mit Fehler, Intervall und Test:',
        manual: '[R] ttest',
        commands: (condition) => [`capture noisily ttest ${after} == ${before}${when(condition)}, ${level}`],
        yields: [...yields, 'sd', ...['mittel', 'sd'].flatMap((one) => [`${one}_vorher`, `${one}_nachher`])],
      }
    case 'clusters':
      return {
        about:
          'Veränderung, wo Einheiten eines Blocks zusammenhängen (CR2, Freiheitsgrade nach Bell und McCaffrey; die Zeile _cons; unter sechs Blöcken zeigt der Bericht keinen Fehler):',
        manual: '[R] regress, vce(hc2)',
        commands: (condition) => [
          `capture noisily regress veraenderung${when('paar', condition)}, vce(hc2 block, dfadjust) ${level}`,
        ],
        yields,
      }
    case 'asked':
      return {
        about: 'Veränderung mit Endlichkeitskorrektur, jede Gruppe für sich (die Zeile _cons):',
        manual: '[SVY] svyset, [SVY] svy estimation',
        commands: (condition) => [
          `svyset _n, fpc(${observed(condition)})`,
          `capture noisily svy, ${level}: regress veraenderung${when('paar', condition)}`,
        ],
        yields,
      }
  }
}

/** The change over all pairs together: of a sum in per cent, of a share in points. */
export function pooledBlock(input: ScriptInput): Block {
  const { isShare, level } = input
  const sampling = samplingOf(input)
  const ratios = isShare
    ? '(vorher: teil_vorher / basis_vorher) (nachher: teil_nachher / basis_nachher)'
    : '(gesamt: prozent / wert_vorher)'
  const change = isShare ? '100 * _b[nachher] - 100 * _b[vorher]' : '_b[gesamt]'
  const chosen = levelInStata(level)
  return {
    about: `Veränderung ${isShare ? 'des Anteils über alle Paare in Prozentpunkten' : 'der Summe über alle Paare in Prozent'} (unter zehn Paaren zeigt der Bericht keinen Fehler):`,
    manual: sampling === 'asked' ? '[R] ratio, [SVY] svy estimation, [R] lincom' : '[R] ratio, [R] lincom',
    ...(isShare ? {} : { before: ['generate double prozent = 100 * veraenderung'] }),
    commands: (condition) => {
      const counted = `ratio ${ratios}${when('paar', condition)}`
      return [
        ...(sampling === 'asked' ? [`svyset _n, fpc(${observed(condition)})`] : []),
        sampling === 'asked'
          ? `capture noisily svy, ${chosen}: ${counted}`
          : `capture noisily ${counted}, ${sampling === 'clusters' ? 'vce(cluster block) ' : ''}${chosen}`,
        `capture noisily lincom ${change}, ${chosen}`,
      ]
    },
    yields: ['veraenderung', ...spread].map((name) => `gesamt_${name}`),
  }
}

/** Which pairs of groups differ; where the error is another than Welch's, R computes it. */
export function differenceLines(input: ScriptInput, before: string, after: string): string[] {
  const { held, isWeighted, level } = input
  if (held.length < 2) return []
  const where = 'Ob sich Gruppen unterscheiden (Welch, Wald, HTZ), rechnet das Skript in R'
  if (isWeighted || samplingOf(input) !== 'process') return [`* ${where}: Stata hat dafür keinen Befehl.`, '']
  return [
    `* ${where}; hier, welche zwei [R] ttest, by()`,
    '* Stata zieht die zweite von der ersten ab, der Bericht die erste von der zweiten.',
    `generate double abstand = ${after} - ${before}`,
    ...pairsOf(held).map(
      ([first, second]) =>
        `capture noisily ttest abstand if inlist(gruppe, "${first}", "${second}"), by(gruppe) unequal ${levelInStata(level)}`,
    ),
    '',
  ]
}

const pairsOf = (all: readonly string[]) =>
  all.flatMap((first, place) => all.slice(place + 1).map((second) => [first, second] as const))

export const spread = ['se', 'unten', 'oben', 't', 'df', 'p']
