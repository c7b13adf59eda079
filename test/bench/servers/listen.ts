import type { FastifyInstance } from 'fastify'

/** Tells the bench where the server listens, how much CPU it has used whenever asked, and ends with the bench. */
export async function listen(app: FastifyInstance): Promise<void> {
  process.on('message', () => process.send?.(process.cpuUsage()))
  process.on('disconnect', () => process.exit())
  process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
}
