import type { Config } from 'vega-lite'

/** Charts are this wide, so that two stand side by side and one fits on a phone without its text becoming too small. */
export const chartWidth = 460

export const fontSize = 13

/** Of what stands below a chart. */
export const noteSize = 12

/** Colors are those of the page, so that charts follow its scheme and print: `views/styles/chart-colors.css` says what they are. */
export const color = {
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  line: 'var(--line)',
  sheet: 'var(--sheet)',
  bar: 'var(--chart-bar)',
  fallen: 'var(--chart-fallen)',
  risen: 'var(--chart-risen)',
} as const

/** Steps of a scale from little to much, told apart by lightness alone. */
export const steps = [
  'var(--chart-step-1)',
  'var(--chart-step-2)',
  'var(--chart-step-3)',
  'var(--chart-step-4)',
  'var(--chart-step-5)',
]

/** What is written beside axes and in legends. */
const words = {
  labelColor: color.ink,
  titleColor: color.soft,
  labelFontSize: fontSize,
  titleFontSize: fontSize,
  titleFontWeight: 'normal' as const,
  labelLimit: 0,
  titleLimit: 0,
}

export const config: Config = {
  locale: {
    number: { decimal: ',', thousands: '.', grouping: [3], currency: ['', ' €'], minus: '−', percent: ' %' },
  },
  aria: false,
  background: 'transparent',
  font: 'inherit',
  view: { stroke: null },
  padding: 2,
  axis: {
    domainColor: color.soft,
    gridColor: color.line,
    tickColor: color.soft,
    ...words,
    titlePadding: 6,
    tickCount: 5,
  },
  axisY: { domain: false, ticks: false },
  axisX: { domain: false, ticks: false },
  legend: {
    ...words,
  },
  text: { fontSize, color: color.ink },
  bar: { color: color.bar },
}
