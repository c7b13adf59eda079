import type { RecipeName } from '../promised.ts'
import type { Recipe } from '../recipe.ts'
import { anyRequests } from './any-request.ts'
import { fullDisk } from './disk-full.ts'
import { doubleSubmissions } from './double-submissions.ts'
import { kills } from './kill.ts'
import { manyWriters } from './many-writers.ts'
import { migrationRaces } from './migrations.ts'
import { peaks } from './peak.ts'
import { stops } from './stop.ts'

export const recipes: Record<RecipeName, Recipe> = {
  writers: manyWriters,
  migrations: migrationRaces,
  requests: anyRequests,
  peak: peaks,
  double: doubleSubmissions,
  stop: stops,
  disk: fullDisk,
  kills,
}
