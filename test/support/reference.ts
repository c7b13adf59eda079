import { readFileSync } from 'node:fs'
import type { Test } from 'tap'

type Json = number | string | boolean | null | Json[] | { [key: string]: Json }

/** What an R script of test/reference/r wrote: its cases, as the test says they look like. */
export function readReference<Cases>(name: string): Cases {
  const file = new URL(`../reference/r/${name}.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: Cases }).cases
}

/** Correct significant digits: NIST's log relative error, or the absolute one where 0 is right. */
export function correctDigits(actual: number, expected: number): number {
  if (actual === expected) return 17
  return -Math.log10(Math.abs(expected === 0 ? actual : (actual - expected) / expected))
}

/** Fails with a sentence for every number of `expected` that `actual` does not hit to so many significant digits. */
export function agrees(t: Test, actual: unknown, expected: unknown, message: string, digits = 9): void {
  t.strictSame(misses(actual, expected, digits), [], `${message}, to ${digits} digits`)
}

/** A sentence for every number of `expected` that `actual` does not hit. */
export const misses = (actual: unknown, expected: unknown, digits: number): string[] => [
  ...differences(actual, expected as Json, '', digits),
]

function* differences(actual: unknown, expected: Json, path: string, digits: number): Generator<string> {
  if (typeof expected === 'number') {
    const right = typeof actual === 'number' ? correctDigits(actual, expected) : 0
    if (!(right >= digits)) yield `${path} is ${actual} instead of ${expected}`
  } else if (expected === null || typeof expected !== 'object') {
    if (actual !== expected) yield `${path} is ${actual} instead of ${expected}`
  } else {
    if (Array.isArray(expected) && (actual as unknown[])?.length !== expected.length) yield `${path} has another length`
    for (const [key, value] of Object.entries(expected)) {
      yield* differences((actual as Record<string, unknown> | undefined)?.[key], value, `${path}.${key}`, digits)
    }
  }
}
