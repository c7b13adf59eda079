import type { PatternsScriptInput } from '../patterns-input.ts'
import { carriedInStata, importInStata, inputInStata, levelInStata, remark, stataHead } from './stata-lines.ts'

/** What `patternsInR` computes, as far as Stata has commands for it. */
export function patternsInStata(input: PatternsScriptInput): string {
  const { head, key, files, columns, units, level, hidden } = input
  const names = files.map((_file, at) => `welle_${at + 1}`)
  const isTold = (figure: string) => !hidden.includes(`insgesamt ${figure}`)
  const ci = (name: string, figure: string, condition: string) =>
    isTold(`anteil_${figure}`)
      ? [`capture noisily ci proportions ${name} if ${condition}, wilson ${levelInStata(level)}`]
      : []
  const isWhole = hidden.every((figure) => !figure.includes('muster_'))
  return [
    ...stataHead(head),
    ...files.flatMap((file, at) => [
      ...importInStata(file, key),
      ...carriedInStata(file),
      'keep einheit',
      `generate byte ${names[at]} = 1`,
      `tempfile datei_${at + 1}`,
      `save \`datei_${at + 1}'`,
      '',
    ]),
    ...inputInStata(
      [
        'str12 einheit',
        ...files.map((_file, at) => `byte befragt_${at + 1}`),
        'double einwohner',
        ...columns.map(({ name }) => `str80 ${name}`),
      ].join(' '),
      units.map(({ unit, asked, inhabitants }, index) => [
        `"${unit}"`,
        ...asked,
        inhabitants ?? '.',
        ...columns.map(({ of }) => `"${of[index]}"`),
      ]),
    ),
    ...names.flatMap((name, at) => [
      `merge 1:1 einheit using \`datei_${at + 1}', keep(master match) nogenerate`,
      `replace ${name} = 0 if missing(${name})`,
    ]),
    `generate double muster = ${names.map((name, at) => `${10 ** (names.length - 1 - at)} * ${name}`).join(' + ')}`,
    '',
    ...(isWhole
      ? [
          '* Wie viele auf welche Wellen geantwortet haben, auch je Klasse [R] tabulate oneway, [R] tabulate twoway',
          'tabulate muster',
          ...columns.map(({ name }) => `tabulate ${name} muster, chi2 V`),
          '',
        ]
      : remark('Wie viele auf welche Wellen geantwortet haben, steht nicht hier: Ein Teil davon ist verdeckt.')),
    '* Antwort je Welle, Ausfall in Stufen und Verbleib, Intervall nach Wilson [R] ci',
    ...names.flatMap((name, at) => ci(name, `welle_${at + 1}`, `befragt_${at + 1} == 1`)),
    ...names.flatMap((name, at) =>
      ci(
        name,
        `stufe_${at + 1}`,
        [`befragt_${at + 1} == 1`, ...names.slice(0, at).map((before) => `${before} == 1`)].join(' & '),
      ),
    ),
    ...names.flatMap((from, at) =>
      names.slice(at + 1).flatMap((to, more) => {
        const later = at + 2 + more
        return ci(to, `verbleib_${at + 1}_${later}`, `befragt_${later} == 1 & ${from} == 1`)
      }),
    ),
    '',
    ...remark('Dafür hat Stata keinen Befehl; es steht im Skript in R: p nach Holm.'),
    '',
  ].join('\n')
}
