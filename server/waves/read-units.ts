import Papa from 'papaparse'
import { type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { readGkz } from '../../surveys/reading/gkz.ts'
import { readImNumber } from '../../surveys/reading/im-number.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { readKey } from './read-key.ts'

/** A file, or what somebody typed or pasted. */
export interface UnitList {
  name: string
  text: string
}

interface Read {
  participants: string[]
  problems: string[]
}

/** The keys or numbers of a list; with a heading it is a CSV file, otherwise one follows the other. Every faulty one is named. */
export function readUnits(list: UnitList, kind: UnitKind, register: Register): Read {
  const { key } = unitKinds[kind]
  const [head = ''] = list.text.split(/\r?\n/)
  if (head.toLowerCase().includes(key)) return readParticipants(list, kind, register)
  const entries = list.text.split(/[\s;,]+/).filter((entry) => entry !== '')
  const named = entries.map((raw, index) => ({ raw, place: `${list.name}: Eintrag ${index + 1}` }))
  return readEach(named, `Bitte füllen Sie die Liste aus. Darin steht ${unitKinds[kind].none}.`, kind, register)
}

/** The keys or numbers of a CSV file with the column that is called like the key; every faulty line is named. */
export function readParticipants({ name, text }: UnitList, kind: UnitKind, register: Register): Read {
  const { key } = unitKinds[kind]
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  })
  if (!parsed.meta.fields?.includes(key))
    return { participants: [], problems: [`${name}: Zeile 1: Die Spalte „${key}“ fehlt.`] }
  const named = parsed.data.map((row, index) => ({
    raw: row[key] ?? '',
    place: `${name}: Zeile ${index + 2}, Spalte ${key}`,
  }))
  return readEach(named, `${name}: Darin steht ${unitKinds[kind].none}.`, kind, register)
}

function readEach(named: { raw: string; place: string }[], whenNone: string, kind: UnitKind, register: Register): Read {
  const participants = new Set<string>()
  const problems = named.flatMap(({ raw, place }) => {
    const read = readUnit(kind, raw, register)
    if ('problem' in read) return [`${place}: ${read.problem.message}`]
    if (participants.has(read.unit)) return [`${place}: ${read.unit} steht schon weiter oben.`]
    participants.add(read.unit)
    return []
  })
  if (named.length === 0) problems.push(whenNone)
  return { participants: [...participants], problems }
}

function readUnit(
  kind: UnitKind,
  raw: string,
  register: Register,
): { unit: string } | { problem: { message: string } } {
  if (kind === 'gemeinde') {
    const read = readGkz(raw, register)
    return 'problem' in read ? read : { unit: read.gkz }
  }
  if (kind === 'integrationsmanager') {
    const read = readImNumber(raw, register)
    return 'problem' in read ? read : { unit: read.number }
  }
  return readKey(kind, raw, register)
}
