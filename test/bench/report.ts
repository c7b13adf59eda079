import type { Deadline } from './deadline.ts'
import type { ExportSpeed } from './export.ts'
import type { FirstStart } from './first-start.ts'
import type { Pages } from './hour.ts'
import type { Growth } from './panel.ts'
import type { OtherSide, Side, WaveValues } from './row.ts'
import type { TextsSpeed } from './texts.ts'

const whole = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 })
const one = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const two = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A table for people: two lines for each row, the product and the bare server, and the verdict. */
export function reportLines(results: readonly WaveValues[]): string[] {
  return results.flatMap((result) => {
    const { title, rounds, ours, bare, others, ratio, budget, p99Ratio, p99Budget, met } = result
    const p99 = p99Budget === undefined ? '' : `, p99 ${two.format(p99Ratio)} (erlaubt bis ${two.format(p99Budget)})`
    return [
      `${title}, Mediane von ${rounds} Runden`,
      sideLine('Stichtag', ours),
      sideLine('Grenze', bare),
      ...others.map(otherLine),
      `  Verhältnis ${two.format(ratio)} (verlangt ab ${two.format(budget)})${p99}: ${met ? 'eingehalten' : 'VERFEHLT'}`,
      '',
    ]
  })
}

function sideLine(name: string, { rate, cpu, p50, p99 }: Side): string {
  return [
    `  ${name.padEnd(10)}`,
    `${whole.format(rate).padStart(7)}/s`,
    `${whole.format(cpu).padStart(6)} µs CPU`,
    `p50 ${one.format(p50).padStart(6)} ms`,
    `p99 ${one.format(p99).padStart(6)} ms`,
  ].join('  ')
}

/** Nothing is known of its processor, and nothing is demanded of it. */
function otherLine({ name, rate, p50, p99, ratio }: OtherSide): string {
  return [
    `  ${name.padEnd(10)}`,
    `${whole.format(rate).padStart(7)}/s`,
    ' '.repeat(13),
    `p50 ${one.format(p50).padStart(6)} ms`,
    `p99 ${one.format(p99).padStart(6)} ms`,
    `Stichtag ${two.format(ratio)}-mal so viele Antworten`,
  ].join('  ')
}

/** A line for each size of the panel, and the verdict. */
export function growthLines({ title, steps, growth, budgets, met }: Growth): string[] {
  return [
    `${title}, Mediane von 3 Runden`,
    ...steps.map(({ units, ours, sql, ratio }) =>
      [
        `  ${whole.format(units).padStart(7)} Einheiten × 4 Wellen`,
        `Stichtag ${whole.format(ours).padStart(6)} ms`,
        `SQL ${whole.format(sql).padStart(6)} ms`,
        `Verhältnis ${two.format(ratio)}`,
      ].join('  '),
    ),
    `  Je Einheit das ${two.format(growth)}-Fache der Zeit bei zehnmal so vielen (erlaubt bis ${two.format(budgets.growth)}), zuletzt ${two.format(steps.at(-1)?.ratio ?? 0)} von SQL (erlaubt bis ${two.format(budgets.ratio)}): ${met ? 'eingehalten' : 'VERFEHLT'}`,
    '',
  ]
}

/** A line for each format, and the verdict. */
export function exportLines({ title, bare, formats, others, met }: ExportSpeed): string[] {
  const taken = ({ time, cpu, peak }: ExportSpeed['bare']) => [
    `${whole.format(time).padStart(7)} ms`,
    `CPU ${whole.format(cpu).padStart(6)} ms`,
    `höchstens ${whole.format(peak).padStart(4)} MB`,
  ]
  return [
    `${title}, Mediane von 5 Runden`,
    ['  COPY      ', ...taken(bare)].join('  '),
    ...formats.map(({ name, megabytes, ofCopy, ofCsv, ofOthers, growth, faults, ...own }) =>
      [
        `  ${name.padEnd(10)}`,
        ...taken(own),
        `Datei ${whole.format(megabytes).padStart(5)} MB`,
        `${two.format(ofCopy)} von COPY, ${two.format(ofCsv)} mal CSV`,
        ...(ofOthers === undefined ? [] : [`${two.format(ofOthers)} mal andere Programme`]),
        `je Zeile das ${two.format(growth)}-Fache eines Zehntels`,
        ...faults,
      ].join('  '),
    ),
    ...Object.entries(others).map(([name, time]) => `  ${name.padEnd(10)}  ${whole.format(time ?? 0).padStart(7)} ms`),
    `  ${met ? 'eingehalten' : 'VERFEHLT'}`,
    '',
  ]
}

/** A line for each thing that somebody waits for, and the verdict. */
export function textsLines({ title, steps, bare, budgets, met }: TextsSpeed): string[] {
  return [
    `${title}; einmal durchgesehen in ${whole.format(bare)} ms`,
    ...steps.map(
      ({ label, time, ratio }) =>
        `  ${label.padEnd(20)}  ${whole.format(time).padStart(6)} ms  das ${two.format(ratio)}-Fache`,
    ),
    `  erlaubt bis ${budgets.longest} ms, oder bis zum ${budgets.ratio}-Fachen: ${met ? 'eingehalten' : 'VERFEHLT'}`,
    '',
  ]
}

/** Seconds to look at, ratios to hold. */
export function firstStartLines({ title, empty, answering, complete, ratios, budgets, met }: FirstStart): string[] {
  const seconds = (milliseconds: number) => `${one.format(milliseconds / 1_000)} s`
  return [
    `${title}, Mediane von 3 Runden`,
    `  leere Datenbank ${seconds(empty)}  antwortet nach ${seconds(answering)}  vollständig nach ${seconds(complete)}`,
    `  Verhältnis ${two.format(ratios.answering)} (erlaubt bis ${two.format(budgets.answering)}), vollständig ${two.format(ratios.complete)} (erlaubt bis ${two.format(budgets.complete)}): ${met ? 'eingehalten' : 'VERFEHLT'}`,
    '',
  ]
}

/** Two lines each for the product, for two instances and for the control, and the verdict. */
export function deadlineLines({
  title,
  ours,
  two: both,
  alone,
  budgets,
  pages,
  saves,
  submissions,
  lost,
  met,
}: Deadline): string[] {
  const timesOf = ({ quiet, busy }: Pages) => `${one.format(quiet)} / ${one.format(busy)} ms`
  const linesOf = ({ name, quiet, busy, ratio, occupied, halves, staff, refused }: Deadline['ours']) => [
    [
      `  ${name.padEnd(20)}`,
      `p95 einer Seite ${one.format(quiet).padStart(6)} ms, mit allen ${one.format(busy).padStart(6)} ms`,
      `Verhältnis ${two.format(ratio)}`,
      ...(occupied === undefined ? [] : [`solange anderes rechnet ${one.format(occupied)} ms`]),
      ...(halves === undefined ? [] : [`zuvor ${timesOf(halves[0])}, danach ${timesOf(halves[1])}`]),
      refused.length === 0 ? 'niemand abgewiesen' : `abgewiesen: ${refused.join(', ')}`,
    ].join('  '),
    `  ${''.padEnd(20)}  ${Object.entries(staff)
      .map(([kind, { count, quiet, busy, ratio }]) => {
        const seconds = [quiet, busy].map((time) => one.format(time / 1_000)).join(' / ')
        return `${count} ${kind}: allein / mit allen ${seconds} s, Verhältnis ${two.format(ratio)}`
      })
      .join('; ')}`,
  ]
  return [
    title,
    ...[ours, both, alone].flatMap(linesOf),
    `  ${whole.format(pages)} Seiten, ${whole.format(saves)} Speicherungen, ${whole.format(submissions)} Abgaben, ${lost} verloren`,
    `  erlaubt bis ${two.format(budgets.page)} für Seiten, ${two.format(budgets.staff)} für die Auswertenden: ${met ? 'eingehalten' : 'VERFEHLT'}`,
    '',
  ]
}
