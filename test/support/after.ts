import { removeSuite } from './suite-cluster.ts'

await removeSuite()
