/** Opens the cluster in the folder given, says so, and leaves when its input ends. */
import { once } from 'node:events'
import { openCluster } from '../../server/database/embedded/cluster.ts'

const cluster = await openCluster(process.argv[2] ?? '', { onProgress: (line) => console.error(line) })
console.log(JSON.stringify({ url: cluster.ownerUrl, home: cluster.home, isNew: await cluster.isNew() }))
process.stdin.resume()
await once(process.stdin, 'end')
console.log(JSON.stringify({ ended: await cluster.release() }))
