import { Counter } from './counter.ts'
import { Histogram } from './histogram.ts'

/** What this process has counted since it began. Nothing in it says who it was, or for whom. */
export const requests = new Histogram(
  'stichtag_http_request_duration_seconds',
  'How long answers took, by the pattern of their route.',
  [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
)

const became = ['stored', 'refused', 'conflict'] as const

export const saves = new Counter(
  'stichtag_saves_total',
  'What became of pages and fields that were sent to be saved.',
  became,
)

export const submissions = new Counter('stichtag_submissions_total', 'What became of submissions.', became)

export const latePages = new Counter(
  'stichtag_late_pages_total',
  'What became of what came after the end of a session or of the Frist: kept, nothing new, or too much to be kept.',
  ['kept', 'nothing', 'lost'],
)

export const computed = new Histogram(
  'stichtag_computation_duration_seconds',
  'How long answers waited for a process that computes, and how long that took.',
  [0.1, 0.5, 1, 2.5, 10, 30, 120],
)
